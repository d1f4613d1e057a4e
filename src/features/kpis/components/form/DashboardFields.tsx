import { Button, IconButton, Stack } from '@grafana/ui';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { type KpiSpec } from '../../../../api/types';
import { type Draft } from '../../../../components/editor/document';
import { TextField } from '../../../../components/form/fields';
import { t } from '../../../../i18n';

/** Operational dashboards behind the number. */
export function DashboardFields() {
  const { control } = useFormContext<Draft<KpiSpec>>();
  const { fields, append, remove } = useFieldArray({ control, name: 'spec.dashboards' });
  return (
    <Stack direction="column" gap={1}>
      {fields.map(({ id }, index) => (
        <Stack key={id} gap={1} alignItems="flex-end" wrap="wrap">
          <TextField name={`spec.dashboards.${index}.title`} label={t('kpis.form.dashboard', 'Dashboard')} required />
          <TextField
            name={`spec.dashboards.${index}.url`}
            label={t('kpis.form.dashboard-url', 'Address')}
            placeholder="/d/…"
            required
          />
          <IconButton
            name="trash-alt"
            tooltip={t('kpis.form.remove-dashboard', 'Remove the dashboard')}
            onClick={() => remove(index)}
          />
        </Stack>
      ))}
      <div>
        <Button variant="secondary" size="sm" fill="text" icon="plus" onClick={() => append({ title: '', url: '' })}>
          {t('kpis.form.add-dashboard', 'Link an operational dashboard')}
        </Button>
      </div>
    </Stack>
  );
}
