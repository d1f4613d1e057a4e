import { css } from '@emotion/css';
import { Button, FieldSet, IconButton, Stack } from '@grafana/ui';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { type ScorecardSpec } from '../../../api/types';
import { type Draft } from '../../../components/editor/document';
import { FieldGroup } from '../../../components/form/FieldGroup';
import { FieldRow } from '../../../components/form/FieldRow';
import { NameField } from '../../../components/form/NameField';
import { ChoiceField, NumberField, TextField } from '../../../components/form/fields';
import { ResourceField } from '../../../components/form/ResourceField';
import { frequencyLabel } from '../../../components/period';
import { frequencies } from '../../../contract';
import { t } from '../../../i18n';

type ScorecardDraft = Draft<ScorecardSpec>;

/** Fields of a scorecard: what, for whom, when, and what it is made of. `named`: it exists, so its name stays. */
export function ScorecardForm({ named }: { named: boolean }) {
  return (
    <div className={styles}>
      <FieldSet label={t('scorecards.form.what', 'What')}>
        <Stack direction="column" gap={2}>
          <TextField name="spec.title" label={t('scorecards.form.title', 'Title')} required />
          <NameField fixed={named} />
          <TextField name="spec.description" label={t('scorecards.form.description', 'Description')} multiline />
          <ResourceField
            kind="Strategy"
            name="spec.strategy"
            label={t('scorecards.form.strategy', 'Strategy')}
            description={t(
              'scorecards.form.strategy-text',
              'The map whose objectives the scorecard measures; type a title to create one.'
            )}
            create={(title) => ({ title })}
            required
          />
        </Stack>
      </FieldSet>
      <FieldSet label={t('scorecards.form.who', 'For whom, and when')}>
        <Stack direction="column" gap={2}>
          <ResourceField
            kind="OrgUnit"
            name="spec.unit"
            label={t('scorecards.form.unit', 'Unit')}
            description={t(
              'scorecards.form.unit-text',
              'The unit at the top, type a title to create one; units below it can be shown as well.'
            )}
            create={(title) => ({ title })}
            required
          />
          <TextField name="spec.owner" label={t('scorecards.form.owner', 'Owner')} />
          <ResourceField
            kind="Calendar"
            name="spec.calendar"
            label={t('scorecards.form.calendar', 'Calendar')}
            description={t(
              'scorecards.form.calendar-text',
              'All KPIs of the scorecard share it; type a title to create one in your time zone.'
            )}
            create={(title) => ({ title, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
            required
          />
          <ChoiceField
            name="spec.frequency"
            label={t('scorecards.form.frequency', 'Frequency')}
            options={frequencies.map((value) => ({ value, label: frequencyLabel(value) }))}
            required
          />
        </Stack>
      </FieldSet>
      <Perspectives />
    </div>
  );
}

const styles = css({ maxWidth: 760 });

function Perspectives() {
  const { control } = useFormContext<ScorecardDraft>();
  const { fields, append, remove, move } = useFieldArray({ control, name: 'spec.perspectives' });
  return (
    <FieldSet label={t('scorecards.form.perspectives', 'Perspectives')}>
      <Stack direction="column" gap={2}>
        {fields.map(({ id }, index) => (
          <Perspective
            key={id}
            index={index}
            onUp={index > 0 ? () => move(index, index - 1) : undefined}
            onRemove={() => remove(index)}
          />
        ))}
        <div>
          <Button variant="secondary" icon="plus" onClick={() => append({ name: '', title: '' })}>
            {t('scorecards.form.add-perspective', 'Add a perspective')}
          </Button>
        </div>
      </Stack>
    </FieldSet>
  );
}

interface PerspectiveProps {
  index: number;
  /** Undefined for the first one. */
  onUp?: () => void;
  onRemove: () => void;
}

function Perspective({ index, onUp, onRemove }: PerspectiveProps) {
  const path = `spec.perspectives.${index}` as const;
  const title = useWatch<ScorecardDraft, `${typeof path}.title`>({ name: `${path}.title` });
  return (
    <FieldGroup path={path} label={title || t('scorecards.form.perspective', 'Perspective')} framed>
      <FieldRow
        actions={
          <>
            <IconButton
              name="arrow-up"
              tooltip={t('scorecards.form.up', 'Move {{title}} up', { title })}
              disabled={!onUp}
              onClick={onUp}
            />
            <IconButton
              name="trash-alt"
              tooltip={t('scorecards.form.remove', 'Remove {{title}}', { title })}
              onClick={onRemove}
            />
          </>
        }
      >
        <TextField name={`${path}.title`} label={t('scorecards.form.perspective-title', 'Title')} required />
        <TextField name={`${path}.name`} label={t('scorecards.form.perspective-name', 'Name')} required />
        <NumberField name={`${path}.weight`} label={t('scorecards.form.weight', 'Weight')} />
      </FieldRow>
      <Objectives perspective={index} />
    </FieldGroup>
  );
}

function Objectives({ perspective }: { perspective: number }) {
  const { control } = useFormContext<ScorecardDraft>();
  const path = `spec.perspectives.${perspective}.objectives` as const;
  const { fields, append, remove } = useFieldArray({ control, name: path });
  const strategy = useWatch({ control, name: 'spec.strategy' });
  const name = useWatch({ control, name: `spec.perspectives.${perspective}.name` });
  return (
    <Stack direction="column" gap={1}>
      {fields.map(({ id }, index) => (
        <FieldRow
          key={id}
          actions={
            <IconButton
              name="trash-alt"
              tooltip={t('scorecards.form.remove-objective', 'Remove the objective')}
              onClick={() => remove(index)}
            />
          }
        >
          <ResourceField
            kind="Objective"
            name={`${path}.${index}.objective`}
            label={t('scorecards.form.objective', 'Objective')}
            description={t('scorecards.form.objective-text', 'Of this perspective; type a title to create one.')}
            accept={(objective) => objective.strategy === strategy && objective.perspective === name}
            create={(title) => ({ title, strategy: strategy ?? '', perspective: name ?? '' })}
            required
          />
          <NumberField name={`${path}.${index}.weight`} label={t('scorecards.form.weight', 'Weight')} />
        </FieldRow>
      ))}
      <div>
        <Button variant="secondary" size="sm" fill="text" icon="plus" onClick={() => append({ objective: '' })}>
          {t('scorecards.form.add-objective', 'Add an objective')}
        </Button>
      </div>
    </Stack>
  );
}
