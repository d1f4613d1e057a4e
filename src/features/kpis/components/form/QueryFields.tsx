import { Field, RadioButtonGroup } from '@grafana/ui';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { type KpiSpec } from '../../../../api/types';
import { type Draft } from '../../../../components/editor/document';
import { ResourceField } from '../../../../components/form/ResourceField';
import { t } from '../../../../i18n';
import { DatasourceField } from './DatasourceField';
import { ExtractFields } from './ExtractFields';
import { PreviewPanel } from './PreviewPanel';
import { QueryEditorField } from './QueryEditorField';
import { usePreview } from './usePreview';

interface Props {
  name?: string;
  readOnly: boolean;
}

type Kind = 'own' | 'dataset';

/** A query of the KPI's own or one that it shares, how its rows become values, and what comes of it. */
export function QueryFields({ name, readOnly }: Props) {
  const { setValue, getValues } = useFormContext<Draft<KpiSpec>>();
  const dataset = useWatch<Draft<KpiSpec>, 'spec.source.dataset'>({ name: 'spec.source.dataset' });
  const [kind, setKind] = useState<Kind>(dataset ? 'dataset' : 'own');
  const [setAside, keep] = useState<Partial<Record<Kind, unknown>>>({});
  const preview = usePreview(name);

  const choose = (next: Kind) => {
    const { query } = { query: undefined, ...(getValues('spec.source') as { query?: object }) };
    keep({ own: query ?? setAside.own, dataset: dataset ?? setAside.dataset });
    setKind(next);
    setValue('spec.source.query', next === 'own' ? (setAside.own as Record<string, unknown>) : undefined, {
      shouldDirty: true,
    });
    setValue('spec.source.dataset', next === 'dataset' ? (setAside.dataset as string) : undefined, {
      shouldDirty: true,
    });
  };

  return (
    <>
      <Field noMargin label={t('kpis.form.query-kind', 'What is asked')}>
        <RadioButtonGroup<Kind>
          aria-label={t('kpis.form.query-kind', 'What is asked')}
          value={kind}
          disabled={readOnly}
          options={[
            { value: 'own', label: t('kpis.form.own-query', 'A query of its own') },
            { value: 'dataset', label: t('kpis.form.shared-query', 'A dataset that several KPIs read') },
          ]}
          onChange={choose}
        />
      </Field>
      <ResourceField kind="SourceSystem" name="spec.source.system" label={t('kpis.form.system', 'Source system')} />
      {kind === 'dataset' ? (
        <ResourceField kind="Dataset" name="spec.source.dataset" label={t('kpis.form.dataset', 'Dataset')} required />
      ) : (
        <>
          <DatasourceField readOnly={readOnly} />
          <QueryEditorField readOnly={readOnly} onRunQuery={preview.run} />
        </>
      )}
      <ExtractFields frames={preview.data?.frames ?? []} />
      {!readOnly && <PreviewPanel preview={preview} />}
    </>
  );
}
