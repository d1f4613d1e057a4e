import { FieldSet, Stack } from '@grafana/ui';
import { ChoiceField, NumberField, TextField } from '../../../components/form/fields';
import { ResourceField } from '../../../components/form/ResourceField';
import { t } from '../../../i18n';

interface Props {
  /** Path of the expected effect in the form. */
  path: string;
}

/** What a decision or an action is expected to do; left empty, it isn't put on trial. */
export function EffectFields({ path }: Props) {
  return (
    <FieldSet label={t('register.form.effect', 'Expected effect')}>
      <Stack direction="column" gap={2}>
        <ResourceField
          kind="Kpi"
          name={`${path}.kpi`}
          label={t('register.form.effect-kpi', 'KPI that moves')}
          description={t(
            'register.form.effect-text',
            'Checked when the time has come; leave all of it empty for none.'
          )}
        />
        <ResourceField
          kind="OrgUnit"
          name={`${path}.unit`}
          label={t('register.form.effect-unit', 'At the unit')}
          description={t('register.form.effect-unit-text', 'The KPI’s own unit when left empty.')}
        />
        <ChoiceField
          name={`${path}.sign`}
          label={t('register.form.effect-sign', 'Which way')}
          options={[
            { value: 'up', label: t('register.form.effect-up', 'up') },
            { value: 'down', label: t('register.form.effect-down', 'down') },
          ]}
        />
        <NumberField
          name={`${path}.size`}
          label={t('register.form.effect-size', 'By at least')}
          description={t(
            'register.form.effect-size-text',
            'In the KPI’s unit of measure; any movement when left empty.'
          )}
        />
        <TextField
          name={`${path}.by`}
          label={t('register.form.effect-by', 'By when')}
          description={t('register.form.effect-by-text', 'A day or period, such as 2026-06-30, 2026-06 or 2026-Q2.')}
        />
        <NumberField
          name={`${path}.probability`}
          label={t('register.form.effect-probability', 'How likely')}
          description={t('register.form.effect-probability-text', 'From 0 to 1: 0.8 is four times in five.')}
        />
      </Stack>
    </FieldSet>
  );
}
