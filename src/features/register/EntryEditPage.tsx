import { PluginPage } from '@grafana/runtime';
import { useNavigate, useParams } from 'react-router-dom';
import { useMay, useResource } from '../../api/resources';
import { type Resource } from '../../api/types';
import { type Draft } from '../../components/editor/document';
import { ResourceEditor } from '../../components/editor/ResourceEditor';
import { ErrorState } from '../../components/ErrorState';
import { entryUrl } from '../../components/followup/words';
import { appUrl } from '../../components/links';
import { PageSkeleton } from '../../components/PageSkeleton';
import { t } from '../../i18n';
import { ActionForm } from './components/ActionForm';
import { DecisionForm } from './components/DecisionForm';

type EntryKind = 'Action' | 'Decision';

/** A new entry: an action is open, and a decision that somebody writes down here is still to be made. */
const initial: Draft = { metadata: { name: '' }, spec: { title: '', state: 'open' } };

/** Writes down an action or a decision, or changes the one that the address names. */
export function EntryEditPage({ kind }: { kind: EntryKind }) {
  const { name } = useParams();
  const existing = useResource(kind, name);
  const mayWrite = useMay(kind, 'write');
  const navigate = useNavigate();
  const Form = kind === 'Action' ? ActionForm : DecisionForm;
  const title = name === undefined ? newTitle(kind) : (existing.data?.spec.title ?? name);

  const editor = (draft: Draft, resource?: Resource) => (
    <ResourceEditor
      key={resource?.metadata.version}
      kind={kind}
      initial={draft}
      version={resource?.metadata.version}
      file={resource?.metadata.file}
      mayWrite={mayWrite}
      onSaved={({ metadata }) => navigate(entryUrl({ kind, name: metadata.name }))}
      onDeleted={() => navigate(appUrl('register'))}
    >
      <Form named={resource !== undefined} />
    </ResourceEditor>
  );

  return (
    <PluginPage pageNav={{ text: title }}>
      {existing.error && <ErrorState error={existing.error} onRetry={existing.refetch} />}
      {name !== undefined && existing.isPending && <PageSkeleton />}
      {name === undefined && editor(initial)}
      {existing.data && editor(existing.data, existing.data)}
    </PluginPage>
  );
}

function newTitle(kind: EntryKind): string {
  return kind === 'Action' ? t('register.new-action', 'New action') : t('register.new-decision', 'New decision');
}
