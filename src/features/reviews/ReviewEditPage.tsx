import { Stack } from '@grafana/ui';
import { useSearchParams } from 'react-router-dom';
import { type ReviewSpec } from '../../api/types';
import { EditPage } from '../../components/editor/EditPage';
import { NameField } from '../../components/form/NameField';
import { ResourceField } from '../../components/form/ResourceField';
import { NumberField, TextField } from '../../components/form/fields';
import { appUrl, facilitateUrl } from '../../components/links';
import { t } from '../../i18n';
import { InstantField } from './components/InstantField';
import { reviewTitle } from './model/reviewTitle';

/** Plans a meeting beside those that the schedule makes, or changes the one that the address names. */
export function ReviewEditPage() {
  const [search] = useSearchParams();
  return (
    <EditPage
      kind="Review"
      newTitle={t('reviews.edit.new', 'Plan a meeting')}
      blank={() => ({ metadata: { name: '' }, spec: { series: search.get('series') ?? '' } })}
      titleOf={({ spec }) => reviewTitle(spec as unknown as ReviewSpec)}
      savedUrl={({ metadata }) => facilitateUrl(metadata.name)}
      deletedUrl={appUrl('reviews')}
    >
      {(existing) => (
        <Stack direction="column" gap={2}>
          <ResourceField kind="ReviewSeries" name="spec.series" label={t('reviews.edit.series', 'Series')} required />
          <TextField name="spec.title" label={t('reviews.edit.title', 'Title')} />
          <NameField fixed={existing !== undefined} />
          <InstantField name="spec.start" label={t('reviews.edit.start', 'Begins')} required />
          <NumberField name="spec.minutes" label={t('reviews.edit.minutes', 'Minutes')} />
          <TextField
            name="spec.period"
            label={t('reviews.edit.period', 'Period under review')}
            description={t('reviews.edit.period-text', 'The last one that ended before it begins when left empty.')}
          />
          <TextField name="spec.description" label={t('reviews.edit.description', 'Description')} multiline />
          {existing && (
            <TextField
              name="spec.cancelled"
              label={t('reviews.edit.cancelled', 'Cancelled because')}
              description={t('reviews.edit.cancelled-text', 'Nothing can be logged in a cancelled meeting.')}
            />
          )}
        </Stack>
      )}
    </EditPage>
  );
}
