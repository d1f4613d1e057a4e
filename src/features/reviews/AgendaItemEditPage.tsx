import { Stack } from '@grafana/ui';
import { useSearchParams } from 'react-router-dom';
import { EditPage } from '../../components/editor/EditPage';
import { NameField } from '../../components/form/NameField';
import { ResourceField } from '../../components/form/ResourceField';
import { ChoiceField, NumberField, TextField } from '../../components/form/fields';
import { appUrl, seriesUrl } from '../../components/links';
import { t } from '../../i18n';
import { classLabel, itemClasses } from './model/classes';

/** Puts something on the agenda of a series, or changes the item that the address names. */
export function AgendaItemEditPage() {
  const [search] = useSearchParams();
  return (
    <EditPage
      kind="AgendaItem"
      newTitle={t('reviews.item.new', 'Put something on the agenda')}
      blank={() => ({ metadata: { name: '' }, spec: { title: '', series: search.get('series') ?? '' } })}
      savedUrl={({ spec }) => seriesUrl(String(spec.series))}
      deletedUrl={appUrl('reviews')}
    >
      {(existing) => (
        <Stack direction="column" gap={2}>
          <TextField name="spec.title" label={t('reviews.item.title', 'What is to be resolved')} required />
          <NameField fixed={existing !== undefined} />
          <ResourceField
            kind="ReviewSeries"
            name="spec.series"
            label={t('reviews.item.series', 'Raised in')}
            required
          />
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
          {existing && (
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
      )}
    </EditPage>
  );
}
