import { DataSourcePicker, getDataSourceSrv } from '@grafana/runtime';
import { Field } from '@grafana/ui';
import { useId } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useResource } from '../../../../api/resources';
import { type KpiSpec } from '../../../../api/types';
import { type Draft } from '../../../../components/editor/document';
import { useFieldError } from '../../../../components/form/fieldError';
import { t } from '../../../../i18n';

/** Our own data source gives scores, which are made from KPIs. */
const SCORES = 'bsc-scorecard-datasource';

/** The data source that a query is asked of: the one it names, else its source system's. */
export function useAskedDatasource(): string | undefined {
  const [datasource, system] = useWatch<Draft<KpiSpec>, ['spec.source.datasource', 'spec.source.system']>({
    name: ['spec.source.datasource', 'spec.source.system'],
  });
  const { data } = useResource('SourceSystem', system || undefined);
  return datasource?.uid ?? data?.spec.datasource?.uid;
}

/** Chooses the data source of a query, where it isn't its source system's. */
export function DatasourceField({ readOnly }: { readOnly: boolean }) {
  const id = useId();
  const { setValue } = useFormContext<Draft<KpiSpec>>();
  const asked = useAskedDatasource();
  const own = useWatch<Draft<KpiSpec>, 'spec.source.datasource'>({ name: 'spec.source.datasource' });
  const error = useFieldError('spec.source.datasource');
  const set = (datasource: { uid: string; type: string } | undefined) => {
    const before = getDataSourceSrv().getInstanceSettings(asked)?.type;
    setValue('spec.source.datasource', datasource, { shouldDirty: true, shouldTouch: true });
    if (before && datasource && datasource.type !== before) {
      // A query model means nothing to a data source of another type.
      setValue('spec.source.query', undefined, { shouldDirty: true });
    }
  };
  return (
    <Field
      noMargin
      label={t('kpis.form.datasource', 'Data source')}
      description={t('kpis.form.datasource-text', 'That of the source system, unless another one is chosen here.')}
      invalid={Boolean(error)}
      error={error}
    >
      <DataSourcePicker
        inputId={id}
        noDefault
        width={50}
        disabled={readOnly}
        current={own?.uid ?? asked ?? null}
        filter={({ type }) => type !== SCORES}
        onChange={({ uid, type }) => set({ uid, type })}
        onClear={own ? () => set(undefined) : undefined}
      />
    </Field>
  );
}
