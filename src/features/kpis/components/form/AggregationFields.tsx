import { Stack } from '@grafana/ui';
import { useWatch } from 'react-hook-form';
import { type KpiSpec } from '../../../../api/types';
import { type Draft } from '../../../../components/editor/document';
import { ChoiceField } from '../../../../components/form/fields';
import { ResourceField } from '../../../../components/form/ResourceField';
import { timeAggregations, unitAggregations } from '../../../../contract/kinds/kpi';
import { t } from '../../../../i18n';
import { methodLabel } from '../../model/words';

/** How values become those of longer periods and of units above; a formula that runs after aggregation needs neither. */
export function AggregationFields() {
  const [source, aggregation] = useWatch<Draft<KpiSpec>, ['spec.source', 'spec.aggregation']>({
    name: ['spec.source', 'spec.aggregation'],
  });
  if (source?.type === 'calculated' && source.evaluate !== 'perPeriod') {
    return null;
  }
  const weighted = aggregation?.time === 'weightedMean' || aggregation?.units === 'weightedMean';
  const choices = <T extends Parameters<typeof methodLabel>[0]>(methods: readonly T[]) =>
    methods.map((value) => ({ value, label: methodLabel(value) }));
  return (
    <Stack gap={2} wrap="wrap" alignItems="flex-end">
      <ChoiceField
        name="spec.aggregation.time"
        label={t('kpis.form.over-time', 'Over time')}
        description={t('kpis.form.over-time-text', 'Months to quarters and years; sum when empty.')}
        options={choices(timeAggregations)}
      />
      {source?.type !== 'calculated' && (
        <ChoiceField
          name="spec.aggregation.units"
          label={t('kpis.form.over-units', 'Over units')}
          description={t('kpis.form.over-units-text', 'Countries to regions and the whole; sum when empty.')}
          options={choices(unitAggregations)}
        />
      )}
      {weighted && (
        <ResourceField
          kind="Kpi"
          name="spec.aggregation.weight"
          label={t('kpis.form.weight', 'Weighted by')}
          required
        />
      )}
    </Stack>
  );
}
