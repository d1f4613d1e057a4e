import { Stack } from '@grafana/ui';
import { useWatch } from 'react-hook-form';
import { type KpiSpec, type Preview } from '../../../../api/types';
import { type Draft } from '../../../../components/editor/document';
import { ChoiceField, NumberField } from '../../../../components/form/fields';
import { SwitchField } from '../../../../components/form/SwitchField';
import { t } from '../../../../i18n';

type Mode = 'scalar' | 'series' | 'table';

/** How rows become values: which columns say when, where and how much. Columns come from the preview, or are typed. */
export function ExtractFields({ frames }: Pick<Preview, 'frames'>) {
  const mode = useWatch<Draft<KpiSpec>, 'spec.source.extract.mode'>({ name: 'spec.source.extract.mode' });
  const columns = [...new Set(frames.flatMap(({ fields }) => fields.map(({ name }) => name)))];
  const options = columns.map((value) => ({ value }));
  const column = (field: string, label: string, description?: string) => (
    <ChoiceField
      key={field}
      name={`spec.source.extract.${field}`}
      label={label}
      description={description}
      options={options}
      custom
    />
  );
  return (
    <>
      <ChoiceField
        name="spec.source.extract.mode"
        label={t('kpis.form.mode', 'What the query gives')}
        options={modes()}
        required
      />
      <Stack gap={2} wrap="wrap" alignItems="flex-end">
        {mode !== 'scalar' && column('time', t('kpis.form.time', 'Time column'))}
        {mode === 'table' &&
          column(
            'period',
            t('kpis.form.period', 'Period column'),
            t('kpis.form.period-text', 'Period ids, instead of a time.')
          )}
        {column(
          'unit',
          t('kpis.form.unit-column', 'Unit column'),
          t('kpis.form.unit-column-text', 'Names or aliases of units.')
        )}
        {column(
          'value',
          t('kpis.form.value', 'Value column'),
          t('kpis.form.value-text', 'May be empty when one column is numeric.')
        )}
      </Stack>
      <Stack gap={2} wrap="wrap" alignItems="flex-end">
        <NumberField name="spec.source.extract.multiplier" label={t('kpis.form.multiplier', 'Multiply by')} />
        <NumberField name="spec.source.extract.offset" label={t('kpis.form.offset', 'Then add')} />
        <ChoiceField
          name="spec.source.extract.emptyAs"
          label={t('kpis.form.empty', 'No row means')}
          options={[
            { value: 'missing', label: t('kpis.form.empty-missing', 'no value') },
            { value: 'zero', label: t('kpis.form.empty-zero', 'zero') },
          ]}
        />
        <SwitchField
          name="spec.source.extract.localTime"
          label={t('kpis.form.local', 'Local times')}
          description={t('kpis.form.local-text', 'Times without a zone are the calendar’s.')}
        />
      </Stack>
    </>
  );
}

function modes(): Array<{ value: Mode; label: string }> {
  return [
    { value: 'table', label: t('kpis.form.mode-table', 'A table: time or period, unit, value') },
    { value: 'series', label: t('kpis.form.mode-series', 'A time series: one value per period') },
    { value: 'scalar', label: t('kpis.form.mode-scalar', 'One number, asked for each period') },
  ];
}
