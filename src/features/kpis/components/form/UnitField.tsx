import { Field, Stack, UnitPicker } from '@grafana/ui';
import { useController } from 'react-hook-form';
import { useFieldError } from '../../../../components/form/fieldError';
import { NumberField } from '../../../../components/form/fields';
import { t } from '../../../../i18n';

/** Grafana unit and decimals of the values. */
export function UnitField() {
  const { field } = useController({ name: 'spec.unitOfMeasure.unit' });
  const error = useFieldError('spec.unitOfMeasure.unit');
  return (
    <Stack gap={2}>
      <Field noMargin label={t('kpis.form.unit', 'Unit of measure')} invalid={Boolean(error)} error={error}>
        <UnitPicker value={field.value as string | undefined} onChange={(unit) => field.onChange(unit ?? '')} />
      </Field>
      <NumberField name="spec.unitOfMeasure.decimals" label={t('kpis.form.decimals', 'Decimals')} step={1} />
    </Stack>
  );
}
