import { PluginPage } from '@grafana/runtime';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { useMay, useResource } from '../../../api/resources';
import { type Resource } from '../../../api/types';
import { type Draft } from '../../../components/editor/document';
import { ResourceEditor } from '../../../components/editor/ResourceEditor';
import { ErrorState } from '../../../components/ErrorState';
import { appUrl, charterUrl } from '../../../components/links';
import { PageSkeleton } from '../../../components/PageSkeleton';
import { t } from '../../../i18n';
import { CharterForm } from './CharterForm';
import { newCharter } from './newCharter';

/** Writes a governance charter, or changes the one that the address names. */
export function CharterEditPage() {
  const { name } = useParams();
  const existing = useResource('GovernanceCharter', name);
  const mayWrite = useMay('GovernanceCharter', 'write');
  const navigate = useNavigate();
  const [blank] = useState(() => newCharter() as unknown as Draft);
  const title =
    name === undefined ? t('reviews.charter.new', 'New governance charter') : (existing.data?.spec.title ?? name);

  const editor = (initial: Draft, resource?: Resource) => (
    <ResourceEditor
      key={resource?.metadata.version}
      kind="GovernanceCharter"
      initial={initial}
      version={resource?.metadata.version}
      file={resource?.metadata.file}
      mayWrite={mayWrite}
      onSaved={({ metadata }) => navigate(charterUrl(metadata.name))}
      onDeleted={() => navigate(appUrl('reviews'))}
    >
      <CharterForm named={resource !== undefined} />
    </ResourceEditor>
  );
  return (
    <PluginPage pageNav={{ text: title }}>
      {existing.error && <ErrorState error={existing.error} onRetry={existing.refetch} />}
      {name !== undefined && existing.isPending && <PageSkeleton />}
      {name === undefined && editor(blank)}
      {existing.data && editor(existing.data, existing.data)}
    </PluginPage>
  );
}
