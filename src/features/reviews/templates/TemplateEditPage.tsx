import { PluginPage } from '@grafana/runtime';
import { useNavigate, useParams } from 'react-router-dom';
import { useMay, useResource } from '../../../api/resources';
import { type ReportTemplateSpec, type Resource } from '../../../api/types';
import { type Draft } from '../../../components/editor/document';
import { ResourceEditor } from '../../../components/editor/ResourceEditor';
import { ErrorState } from '../../../components/ErrorState';
import { templateUrl } from '../../../components/links';
import { PageSkeleton } from '../../../components/PageSkeleton';
import { t } from '../../../i18n';
import { TemplateForm } from './TemplateForm';

/** What every report shows unless its template says otherwise. */
const usual: ReportTemplateSpec['sections'] = [
  { name: 'map', type: 'strategyMap' },
  { name: 'scorecard', type: 'scorecard' },
  { name: 'exceptions', type: 'exceptions' },
  { name: 'commentary', type: 'commentary', required: true },
  { name: 'actions', type: 'actions' },
];

const newTemplate = (): Draft => ({ metadata: { name: '' }, spec: { title: '', sections: usual } });

/** Creates a template of reports, or changes the one that the address names. */
export function TemplateEditPage() {
  const { name } = useParams();
  const existing = useResource('ReportTemplate', name);
  const mayWrite = useMay('ReportTemplate', 'write');
  const navigate = useNavigate();

  const editor = (initial: Draft, resource?: Resource) => (
    <ResourceEditor
      key={resource?.metadata.version}
      kind="ReportTemplate"
      initial={initial}
      version={resource?.metadata.version}
      file={resource?.metadata.file}
      mayWrite={mayWrite}
      onSaved={() => navigate(templateUrl())}
      onDeleted={() => navigate(templateUrl())}
    >
      <TemplateForm named={resource !== undefined} />
    </ResourceEditor>
  );

  return (
    <PluginPage
      pageNav={{
        text:
          name === undefined ? t('reviews.template.new', 'New report template') : (existing.data?.spec.title ?? name),
        parentItem: { text: t('reviews.templates.title', 'Report templates'), url: templateUrl() },
      }}
    >
      {existing.error && <ErrorState error={existing.error} onRetry={existing.refetch} />}
      {name !== undefined && existing.isPending && <PageSkeleton />}
      {name === undefined && editor(newTemplate())}
      {existing.data && editor(existing.data, existing.data)}
    </PluginPage>
  );
}
