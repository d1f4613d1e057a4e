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
import { ChoiceField, NumberField, TextField } from '../../components/form/fields';
import { appUrl, seriesUrl } from '../../components/links';
import { PageSkeleton } from '../../components/PageSkeleton';
import { t } from '../../i18n';
import { classLabel, itemClasses } from './model/classes';

/** Puts something on the agenda of a series, or changes the item that the address names. */
export function AgendaItemEditPage() {
  const { name } = useParams();
  const [search] = useSearchParams();
  const existing = useResource('AgendaItem', name);
  const mayWrite = useMay('AgendaItem', 'write');
  const navigate = useNavigate();
  const title =
    name === undefined ? t('reviews.item.new', 'Put something on the agenda') : (existing.data?.spec.title ?? name);

  const editor = (initial: Draft, resource?: Resource) => (
    <ResourceEditor
      key={resource?.metadata.version}
      kind="AgendaItem"
      initial={initial}
      version={resource?.metadata.version}
      file={resource?.metadata.file}
      mayWrite={mayWrite}
      onSaved={({ spec }) => navigate(seriesUrl(String(spec.series)))}
      onDeleted={() => navigate(appUrl('reviews'))}
    >
      <Stack direction="column" gap={2}>
        <TextField name="spec.title" label={t('reviews.item.title', 'What is to be resolved')} required />
        <NameField fixed={resource !== undefined} />
        <ResourceField kind="ReviewSeries" name="spec.series" label={t('reviews.item.series', 'Raised in')} required />
        <TextField name="spec.description" label={t('reviews.item.description', 'Description')} multiline />
        <ChoiceField
          name="spec.class"
          label={t('reviews.item.class', 'Class')}
          description={t('reviews.item.class-text', 'Proposed from what it is about when left empty.')}
          options={itemClasses.map((value) => ({ value, label: classLabel(value) }))}
        />
        <TextField
          name="spec.classReason"
          label={t('reviews.item.reason', 'Why here')}
          description={t(
            'reviews.item.reason-text',
            'An operational item needs a reason to be on the agenda of a strategic series.'
          )}
        />
        <NumberField name="spec.minutes" label={t('reviews.item.minutes', 'Minutes')} />
        <TextField name="spec.right" label={t('reviews.item.right', 'Decision right that it needs')} />
        {resource && (
          <>
            <ChoiceField
              name="spec.state"
              label={t('reviews.item.state', 'State')}
              options={[
                { value: 'open', label: t('reviews.item.open', 'Open') },
                { value: 'resolved', label: t('reviews.item.resolved', 'Resolved') },
                { value: 'withdrawn', label: t('reviews.item.withdrawn', 'Withdrawn') },
              ]}
            />
            <TextField name="spec.resolution" label={t('reviews.item.resolution', 'Resolution')} multiline />
          </>
        )}
      </Stack>
    </ResourceEditor>
  );

  const blank: Draft = { metadata: { name: '' }, spec: { title: '', series: search.get('series') ?? '' } };
  return (
    <PluginPage pageNav={{ text: title }}>
      {existing.error && <ErrorState error={existing.error} onRetry={existing.refetch} />}
      {name !== undefined && existing.isPending && <PageSkeleton />}
      {name === undefined && editor(blank)}
      {existing.data && editor(existing.data, existing.data)}
    </PluginPage>
  );
}
