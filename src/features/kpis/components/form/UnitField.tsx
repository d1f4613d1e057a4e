import { Stack, UnitPicker } from '@grafana/ui';
import { useController } from 'react-hook-form';
import { useFieldError } from '../../../../components/form/fieldError';
import { FieldFrame } from '../../../../components/form/FieldFrame';
import { NumberField } from '../../../../components/form/fields';
import { t } from '../../../../i18n';

/** Grafana unit and decimals of the values. */
export function UnitField() {
  const { field } = useController({ name: 'spec.unitOfMeasure.unit' });
  const error = useFieldError('spec.unitOfMeasure.unit');
  return (
    <Stack gap={2}>
      <FieldFrame name="spec.unitOfMeasure.unit" label={t('kpis.form.unit', 'Unit of measure')} error={error}>
        <UnitPicker value={field.value as string | undefined} onChange={(unit) => field.onChange(unit ?? '')} />
      </FieldFrame>
      <NumberField name="spec.unitOfMeasure.decimals" label={t('kpis.form.decimals', 'Decimals')} step={1} />
    </Stack>
  );
}
