import { PluginPage } from '@grafana/runtime';
import { Stack } from '@grafana/ui';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { useMay, useResource } from '../../api/resources';
import { type Resource } from '../../api/types';
import { type Draft } from '../../components/editor/document';
import { ResourceEditor } from '../../components/editor/ResourceEditor';
import { ErrorState } from '../../components/ErrorState';
import { NameField } from '../../components/form/NameField';
import { ResourceField } from '../../components/form/ResourceField';
import { NumberField, TextField } from '../../components/form/fields';
import { appUrl, facilitateUrl } from '../../components/links';
import { PageSkeleton } from '../../components/PageSkeleton';
import { t } from '../../i18n';
import { InstantField } from './components/InstantField';

/** Plans a meeting beside those that the schedule makes, or changes the one that the address names. */
export function ReviewEditPage() {
  const { name } = useParams();
  const [search] = useSearchParams();
  const existing = useResource('Review', name);
  const mayWrite = useMay('Review', 'write');
  const navigate = useNavigate();
  const title = name === undefined ? t('reviews.edit.new', 'Plan a meeting') : (existing.data?.spec.title ?? name);

  const editor = (initial: Draft, resource?: Resource) => (
    <ResourceEditor
      key={resource?.metadata.version}
      kind="Review"
      initial={initial}
      version={resource?.metadata.version}
      file={resource?.metadata.file}
      mayWrite={mayWrite}
      onSaved={({ metadata }) => navigate(facilitateUrl(metadata.name))}
      onDeleted={() => navigate(appUrl('reviews'))}
    >
      <Stack direction="column" gap={2}>
        <ResourceField kind="ReviewSeries" name="spec.series" label={t('reviews.edit.series', 'Series')} required />
        <TextField name="spec.title" label={t('reviews.edit.title', 'Title')} />
        <NameField fixed={resource !== undefined} />
        <InstantField name="spec.start" label={t('reviews.edit.start', 'Begins')} required />
        <NumberField name="spec.minutes" label={t('reviews.edit.minutes', 'Minutes')} />
        <TextField
          name="spec.period"
          label={t('reviews.edit.period', 'Period under review')}
          description={t('reviews.edit.period-text', 'The last one that ended before it begins when left empty.')}
        />
        <TextField name="spec.description" label={t('reviews.edit.description', 'Description')} multiline />
        {resource && (
          <TextField
            name="spec.cancelled"
            label={t('reviews.edit.cancelled', 'Cancelled because')}
            description={t('reviews.edit.cancelled-text', 'Nothing can be logged in a cancelled meeting.')}
          />
        )}
      </Stack>
    </ResourceEditor>
  );

  const blank: Draft = { metadata: { name: '' }, spec: { series: search.get('series') ?? '' } };
  return (
    <PluginPage pageNav={{ text: title }}>
      {existing.error && <ErrorState error={existing.error} onRetry={existing.refetch} />}
      {name !== undefined && existing.isPending && <PageSkeleton />}
      {name === undefined && editor(blank)}
      {existing.data && editor(existing.data, existing.data)}
    </PluginPage>
  );
}
