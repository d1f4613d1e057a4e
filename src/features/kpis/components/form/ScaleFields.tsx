import { Field, RadioButtonGroup, Stack } from '@grafana/ui';
import { useController } from 'react-hook-form';
import { type TargetSetSpec } from '../../../../api/types';
import { ChoiceField } from '../../../../components/form/fields';
import { t } from '../../../../i18n';
import { ThresholdField } from './ThresholdField';

type Scale = NonNullable<TargetSetSpec['scale']>;
type ScaleType = Scale['type'];

/** Scales that have a form; the others are written as YAML and only named here. */
const FORMS = ['goalRedFlag', 'toTarget', 'between', 'binary'] as const;

/** How a value becomes a score. `problems`: what the server finds wrong, by path in the target set. */
export function ScaleFields({ problems }: { problems: Map<string, string> }) {
  const { field } = useController({ name: 'spec.scale' });
  const type = (field.value as Scale | undefined)?.type;
  const threshold = (name: string, label: string, required = false) => (
    <ThresholdField
      key={name}
      name={`spec.scale.${name}`}
      label={label}
      required={required}
      problem={problems.get(`/spec/scale/${name}`)}
    />
  );
  return (
    <>
      <Field noMargin label={t('kpis.scale.label', 'Scale')}>
        <RadioButtonGroup<ScaleType>
          aria-label={t('kpis.scale.label', 'Scale')}
          value={type}
          options={[...FORMS, ...(type && !FORMS.some((form) => form === type) ? [type] : [])].map((value) => ({
            value,
            label: scaleLabel(value),
          }))}
          onChange={(value) => field.onChange(value === type ? field.value : { type: value })}
        />
      </Field>
      <Stack gap={2} wrap="wrap">
        {type === 'goalRedFlag' && (
          <>
            {threshold('redFlag', t('kpis.scale.red-flag', 'Red flag'), true)}
            {threshold('goal', t('kpis.scale.goal', 'Goal'), true)}
            {threshold('worst', t('kpis.scale.worst', 'Worst (score 0)'))}
            {threshold('best', t('kpis.scale.best', 'Best (score 100)'))}
          </>
        )}
        {type === 'toTarget' && (
          <>
            {threshold('baseline', t('kpis.scale.baseline', 'Score 0 at (else the baseline)'))}
            {threshold('target', t('kpis.scale.target', 'Score 100 at (else the target)'))}
          </>
        )}
        {type === 'between' && (
          <>
            {threshold('low', t('kpis.scale.low', 'From'), true)}
            {threshold('high', t('kpis.scale.high', 'To'), true)}
            {threshold('tolerance', t('kpis.scale.tolerance', 'Tolerance outside'), true)}
          </>
        )}
        {type === 'binary' && (
          <>
            <ChoiceField
              name="spec.scale.op"
              label={t('kpis.scale.op', 'The value is')}
              options={[
                { value: 'gte', label: t('kpis.scale.gte', 'at least') },
                { value: 'gt', label: t('kpis.scale.gt', 'more than') },
                { value: 'lte', label: t('kpis.scale.lte', 'at most') },
                { value: 'lt', label: t('kpis.scale.lt', 'less than') },
                { value: 'eq', label: t('kpis.scale.eq', 'exactly') },
              ]}
              required
            />
            {threshold('value', t('kpis.scale.value', 'Value'), true)}
          </>
        )}
        {(type === 'ranges' || type === 'points') && (
          <p>{t('kpis.scale.yaml', 'This scale is a list; import it as YAML on the settings page.')}</p>
        )}
      </Stack>
    </>
  );
}

function scaleLabel(type: ScaleType): string {
  switch (type) {
    case 'goalRedFlag':
      return t('kpis.scale.goal-red-flag', 'Goal and red flag');
    case 'toTarget':
      return t('kpis.scale.to-target', 'From baseline to target');
    case 'between':
      return t('kpis.scale.between', 'Within a range');
    case 'binary':
      return t('kpis.scale.binary', 'Met or not');
    case 'ranges':
      return t('kpis.scale.ranges', 'Ranges of levels');
    case 'points':
      return t('kpis.scale.points', 'Points');
  }
}
