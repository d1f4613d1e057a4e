import { PluginPage } from '@grafana/runtime';
import { useNavigate, useParams } from 'react-router-dom';
import { useMay, useResource } from '../../api/resources';
import { type Resource } from '../../api/types';
import { type Draft } from '../../components/editor/document';
import { ResourceEditor } from '../../components/editor/ResourceEditor';
import { ErrorState } from '../../components/ErrorState';
import { appUrl, scorecardUrl } from '../../components/links';
import { PageSkeleton } from '../../components/PageSkeleton';
import { t } from '../../i18n';
import { ScorecardForm } from './components/ScorecardForm';
import { newScorecard } from './newScorecard';

/** Creates a scorecard, or changes the one that the address names. */
export function ScorecardEditPage() {
  const { name } = useParams();
  const existing = useResource('Scorecard', name);
  const mayWrite = useMay('Scorecard', 'write');
  const navigate = useNavigate();
  const title = name === undefined ? t('scorecards.edit.new', 'New scorecard') : (existing.data?.spec.title ?? name);

  const editor = (initial: Draft, resource?: Resource) => (
    <ResourceEditor
      key={resource?.metadata.version}
      kind="Scorecard"
      initial={initial}
      version={resource?.metadata.version}
      file={resource?.metadata.file}
      mayWrite={mayWrite}
      onSaved={({ metadata }) => navigate(scorecardUrl(metadata.name))}
      onDeleted={() => navigate(appUrl('scorecards'))}
    >
      <ScorecardForm named={resource !== undefined} />
    </ResourceEditor>
  );

  return (
    <PluginPage pageNav={{ text: title }}>
      {existing.error && <ErrorState error={existing.error} onRetry={existing.refetch} />}
      {name !== undefined && existing.isPending && <PageSkeleton />}
      {name === undefined && editor(newScorecard())}
      {existing.data && editor(existing.data, existing.data)}
    </PluginPage>
  );
}
