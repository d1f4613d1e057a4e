import { css } from '@emotion/css';
import { Button, FieldSet, IconButton, Stack } from '@grafana/ui';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { type GovernanceCharterSpec } from '../../../api/types';
import { type Draft } from '../../../components/editor/document';
import { FieldRow } from '../../../components/form/FieldRow';
import { ChoiceField, NumberField, TextField } from '../../../components/form/fields';
import { FieldGroup, OwnError } from '../../../components/form/FieldGroup';
import { NameField } from '../../../components/form/NameField';
import { ResourceField } from '../../../components/form/ResourceField';
import { everyPeriod } from '../../../components/period';
import { frequencies } from '../../../contract';
import { t } from '../../../i18n';
import { classLabel, itemClasses } from '../model/classes';
import { CommitteeFields } from './CommitteeFields';

type CharterDraft = Draft<GovernanceCharterSpec>;

/** Fields of a charter: why, who, what is promised, and how it is followed up. `named`: it exists, so its name stays. */
export function CharterForm({ named }: { named: boolean }) {
  return (
    <div className={styles}>
      <FieldSet label={t('reviews.form.what', 'What')}>
        <Stack direction="column" gap={2}>
          <TextField name="spec.title" label={t('reviews.form.title', 'Title')} required />
          <NameField fixed={named} />
          <TextField name="spec.purpose" label={t('reviews.charter.purpose', 'Purpose')} multiline />
        </Stack>
      </FieldSet>
      <CommitteeFields named={named} />
      <Promises />
      <FieldSet label={t('reviews.charter.pivots', 'Does the strategy still hold')}>
        <Stack gap={1} wrap="wrap">
          <CommitteeChoice name="spec.pivots.committee" />
          <FrequencyChoice name="spec.pivots.every" label={t('reviews.charter.asked', 'Asked')} />
        </Stack>
      </FieldSet>
      <FieldSet label={t('reviews.charter.followup', 'Follow-up')}>
        <Stack gap={1} wrap="wrap">
          <NumberField
            name="spec.followUp.remindBeforeDays"
            label={t('reviews.charter.remind', 'Remind so many days before')}
            description={leftOut(3)}
          />
          <NumberField
            name="spec.followUp.escalateAfterDays"
            label={t('reviews.charter.escalate', 'Escalate so many days after')}
            description={leftOut(7)}
          />
          <NumberField
            name="spec.followUp.reviewGraceDays"
            label={t('reviews.charter.grace', 'Days until a review is missed')}
            description={leftOut(7)}
          />
        </Stack>
      </FieldSet>
    </div>
  );
}

const leftOut = (days: number) => t('reviews.charter.left-out', '{{days}} when left out.', { days });

const styles = css({ maxWidth: 860 });

function Promises() {
  const { control } = useFormContext<CharterDraft>();
  const { fields, append, remove } = useFieldArray({ control, name: 'spec.reviews' });
  return (
    <FieldSet label={t('reviews.charter.promises', 'Reviews that are promised')}>
      <Stack direction="column" gap={1}>
        {fields.map(({ id }, index) => {
          const path = `spec.reviews.${index}`;
          const label = t('reviews.charter.promise', 'Promise {{n}}', { n: index + 1 });
          return (
            <FieldGroup key={id} path={path} label={label} framed>
              <FieldRow
                actions={
                  <IconButton
                    name="trash-alt"
                    tooltip={t('reviews.charter.remove', 'Remove {{what}}', { what: label })}
                    onClick={() => remove(index)}
                  />
                }
              >
                <ResourceField
                  kind="Scorecard"
                  name={`${path}.scorecard`}
                  label={t('reviews.year.scorecard', 'Scorecard')}
                  required
                />
                <CommitteeChoice name={`${path}.committee`} required />
                <ChoiceField
                  name={`${path}.tier`}
                  label={t('reviews.column.tier', 'Tier')}
                  options={itemClasses.map((value) => ({ value, label: classLabel(value) }))}
                  required
                />
                <FrequencyChoice name={`${path}.every`} label={t('reviews.charter.often', 'How often')} required />
                <FrequencyChoice
                  name={`${path}.bounds.often`}
                  label={t('reviews.charter.at-most', 'At most as often as')}
                />
                <FrequencyChoice
                  name={`${path}.bounds.seldom`}
                  label={t('reviews.charter.at-least', 'At least as often as')}
                />
              </FieldRow>
            </FieldGroup>
          );
        })}
        <OwnError path="spec.reviews" label={t('reviews.charter.promises', 'Reviews that are promised')} />
        <div>
          <Button
            variant="secondary"
            size="sm"
            icon="plus"
            onClick={() => append({ scorecard: '', committee: '', tier: 'strategic', every: 'quarter' })}
          >
            {t('reviews.charter.add-promise', 'Add a promise')}
          </Button>
        </div>
      </Stack>
    </FieldSet>
  );
}

/** One of the charter's committees, as they are in the form. */
function CommitteeChoice({ name, required }: { name: string; required?: boolean }) {
  const { control } = useFormContext<CharterDraft>();
  const committees = useWatch({ control, name: 'spec.committees' }) ?? [];
  return (
    <ChoiceField
      name={name}
      label={t('reviews.column.committee', 'Committee')}
      options={committees
        .filter((committee) => committee?.name)
        .map((committee) => ({ value: committee.name, label: committee.title || committee.name }))}
      required={required}
    />
  );
}

function FrequencyChoice({ name, label, required }: { name: string; label: string; required?: boolean }) {
  return (
    <ChoiceField
      name={name}
      label={label}
      options={frequencies.map((value) => ({ value, label: everyPeriod(value) }))}
      required={required}
    />
  );
}
