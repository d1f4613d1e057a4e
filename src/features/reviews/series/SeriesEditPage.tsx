import { PluginPage } from '@grafana/runtime';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { useMay, useResource } from '../../../api/resources';
import { type Resource } from '../../../api/types';
import { type Draft } from '../../../components/editor/document';
import { ResourceEditor } from '../../../components/editor/ResourceEditor';
import { ErrorState } from '../../../components/ErrorState';
import { appUrl } from '../../../components/links';
import { PageSkeleton } from '../../../components/PageSkeleton';
import { t } from '../../../i18n';
import { newSeries } from './newSeries';
import { SeriesForm } from './SeriesForm';

/** Plans a series of reviews, or changes the one that the address names. */
export function SeriesEditPage() {
  const { name } = useParams();
  const existing = useResource('ReviewSeries', name);
  const mayWrite = useMay('ReviewSeries', 'write');
  const navigate = useNavigate();
  const [blank] = useState(() => newSeries(new Date()) as unknown as Draft);
  const title =
    name === undefined ? t('reviews.form.new', 'New series of reviews') : (existing.data?.spec.title ?? name);

  const editor = (initial: Draft, resource?: Resource) => (
    <ResourceEditor
      key={resource?.metadata.version}
      kind="ReviewSeries"
      initial={initial}
      version={resource?.metadata.version}
      file={resource?.metadata.file}
      mayWrite={mayWrite}
      onSaved={() => navigate(appUrl('reviews'))}
      onDeleted={() => navigate(appUrl('reviews'))}
    >
      <SeriesForm name={resource?.metadata.name} />
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
