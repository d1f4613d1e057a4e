import { PluginPage } from '@grafana/runtime';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { ApiError } from '../../api/errors';
import { useMay, useResource, useResources } from '../../api/resources';
import { type Resource } from '../../api/types';
import { type Draft } from '../../components/editor/document';
import { ResourceEditor } from '../../components/editor/ResourceEditor';
import { ErrorState } from '../../components/ErrorState';
import { appUrl, kpiUrl } from '../../components/links';
import { PageSkeleton } from '../../components/PageSkeleton';
import { t } from '../../i18n';
import { KpiForm } from './components/form/KpiForm';
import { TargetFields } from './components/form/TargetFields';
import { newKpi } from './model/newKpi';
import { readPanelSource } from './model/readPanelSource';
import { saveKpi } from './saveKpi';
import { type TargetSet, useTargetForm } from './useTargetForm';

/** Creates a KPI, alone or from what a dashboard panel reads, or changes the one that the address names. */
export function KpiEditPage() {
  const { name } = useParams();
  const [params] = useSearchParams();
  const existing = useResource('Kpi', name);
  const calendars = useResources('Calendar');
  const targets = useResources('TargetSet');
  const loading = calendars.isPending || targets.isPending || (name !== undefined && existing.isPending);
  const error = existing.error ?? calendars.error ?? targets.error;
  const only = calendars.data?.length === 1 ? calendars.data[0].metadata.name : undefined;

  return (
    <PluginPage
      pageNav={{ text: name === undefined ? t('kpis.edit.new', 'New KPI') : (existing.data?.spec.title ?? name) }}
    >
      {error && <ErrorState error={error} onRetry={existing.refetch} />}
      {loading && !error && <PageSkeleton rows={14} />}
      {!loading && !error && (
        <KpiEditor
          key={existing.data?.metadata.version}
          initial={existing.data ?? newKpi(readPanelSource(params), only)}
          existing={existing.data}
          sets={targets.data?.filter(({ spec }) => spec.kpi === name) ?? []}
        />
      )}
    </PluginPage>
  );
}

interface Props {
  initial: Draft;
  /** Undefined for a new KPI. */
  existing: Resource | undefined;
  /** Target sets of the KPI. */
  sets: TargetSet[];
}

function KpiEditor({ initial, existing, sets }: Props) {
  const navigate = useNavigate();
  const mayWrite = useMay('Kpi', 'write');
  const name = existing?.metadata.name;
  const file = existing?.metadata.file;
  const targets = useTargetForm(name, sets);
  const readOnly = !mayWrite || file !== undefined;

  const write = async (kpi: Resource, version: number | undefined, reason: string | undefined) => {
    try {
      return await saveKpi(kpi, version, reason, await targets.checked(kpi.metadata.name));
    } catch (error) {
      if (error instanceof ApiError) {
        targets.show(error.errors);
      }
      throw error;
    }
  };

  return (
    <ResourceEditor
      kind="Kpi"
      initial={initial}
      version={existing?.metadata.version}
      file={file}
      mayWrite={mayWrite}
      write={write}
      also={({ metadata }) => [targets.changed(metadata.name) ?? []].flat()}
      onSaved={({ metadata }) => {
        targets.discard();
        navigate(kpiUrl(metadata.name));
      }}
      onDeleted={() => navigate(appUrl('kpis'))}
    >
      <KpiForm name={name} readOnly={readOnly}>
        <TargetFields targets={targets} readOnly={readOnly} />
      </KpiForm>
    </ResourceEditor>
  );
}
