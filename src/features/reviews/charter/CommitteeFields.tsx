import { Button, Field, FieldSet, IconButton, Input, Stack } from '@grafana/ui';
import { useId } from 'react';
import { useController, useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { type GovernanceCharterSpec } from '../../../api/types';
import { type Draft } from '../../../components/editor/document';
import { DateField } from '../../../components/form/DateField';
import { useListError } from '../../../components/form/fieldError';
import { FieldRow } from '../../../components/form/FieldRow';
import { FieldGroup, OwnError } from '../../../components/form/FieldGroup';
import { NumberField, TextField } from '../../../components/form/fields';
import { LinesField } from '../../../components/form/LinesField';
import { PartNameField } from '../../../components/form/NameField';
import { t } from '../../../i18n';

type CharterDraft = Draft<GovernanceCharterSpec>;

/** The committees of a charter: who is in them, who stands in for whom, and what they decide. `named`: the charter exists. */
export function CommitteeFields({ named }: { named: boolean }) {
  const { control } = useFormContext<CharterDraft>();
  const { fields, append, remove } = useFieldArray({ control, name: 'spec.committees' });
  const committees = useWatch({ control, name: 'spec.committees' });
  return (
    <FieldSet label={t('reviews.charter.committees', 'Committees')}>
      <Stack direction="column" gap={2}>
        {fields.map(({ id }, index) => (
          <Committee
            key={id}
            path={`spec.committees.${index}`}
            title={committees?.[index]?.title || t('reviews.charter.committee-n', 'committee {{n}}', { n: index + 1 })}
            members={committees?.[index]?.members ?? []}
            named={named}
            onRemove={fields.length > 1 ? () => remove(index) : undefined}
          />
        ))}
        <OwnError path="spec.committees" label={t('reviews.charter.committees', 'Committees')} />
        <div>
          <Button variant="secondary" size="sm" icon="plus" onClick={() => append({ name: '', title: '' })}>
            {t('reviews.charter.add-committee', 'Add a committee')}
          </Button>
        </div>
      </Stack>
    </FieldSet>
  );
}

interface CommitteeProps {
  path: string;
  title: string;
  members: string[];
  /** Whether the charter exists. */
  named: boolean;
  /** Undefined for the only one: a charter has at least one. */
  onRemove?: () => void;
}

function Committee({ path, title, members, named, onRemove }: CommitteeProps) {
  return (
    <FieldGroup path={path} label={title} framed>
      <Stack direction="column" gap={1}>
        <FieldRow
          actions={
            onRemove && (
              <IconButton
                name="trash-alt"
                tooltip={t('reviews.charter.remove', 'Remove {{what}}', { what: title })}
                onClick={onRemove}
              />
            )
          }
        >
          <TextField name={`${path}.title`} label={t('reviews.form.title', 'Title')} required />
          <PartNameField path={path} label={t('reviews.form.item-name', 'Name')} fixed={named} />
          <TextField name={`${path}.chair`} label={t('reviews.charter.chair', 'Chair')} />
          <NumberField name={`${path}.quorum`} label={t('reviews.charter.quorum', 'Quorum')} />
          <DateField name={`${path}.dissolved`} label={t('reviews.charter.dissolved-on', 'Dissolved on')} />
        </FieldRow>
        <LinesField
          name={`${path}.members`}
          label={t('reviews.charter.members', 'Members')}
          description={t('reviews.form.people-text', 'Logins, e-mail addresses or roles in words, one a line.')}
        />
        <Delegates path={`${path}.delegates`} members={members} />
        <LinesField
          name={`${path}.decides`}
          label={t('reviews.charter.decides', 'Decides')}
          description={t('reviews.charter.decides-text', 'Its decision rights in your own words, one a line.')}
        />
      </Stack>
    </FieldGroup>
  );
}

/** Who stands in for each member. Members are keys that may hold any character, so their fields are not paths of the form. */
function Delegates({ path, members }: { path: string; members: string[] }) {
  const { field } = useController({ name: path });
  const error = useListError(path);
  const delegates = (field.value as Record<string, string> | undefined) ?? {};
  const named = [...new Set([...members.map((member) => member.trim()).filter(Boolean), ...Object.keys(delegates)])];
  const change = (member: string, delegate: string) => {
    const { [member]: _, ...rest } = delegates;
    const next = delegate === '' ? rest : { ...delegates, [member]: delegate };
    field.onChange(next);
  };
  if (named.length === 0) {
    return null;
  }
  return (
    <div>
      <FieldRow>
        {named.map((member) => (
          <Delegate
            key={member}
            member={member}
            value={delegates[member] ?? ''}
            onChange={(delegate) => change(member, delegate)}
          />
        ))}
      </FieldRow>
      {error && <p role="alert">{error}</p>}
    </div>
  );
}

interface DelegateProps {
  member: string;
  value: string;
  onChange: (delegate: string) => void;
}

function Delegate({ member, value, onChange }: DelegateProps) {
  const id = useId();
  return (
    <Field noMargin label={t('reviews.charter.stands-in', 'Stands in for {{member}}', { member })}>
      <Input id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
    </Field>
  );
}
