import { useSearchParams } from 'react-router-dom';
import { type ResourceOf, type ReviewSeriesSpec } from '../../../api/types';
import { type Draft } from '../../../components/editor/document';
import { EditPage } from '../../../components/editor/EditPage';
import { appUrl } from '../../../components/links';
import { t } from '../../../i18n';
import { newSeries } from './newSeries';
import { SeriesForm } from './SeriesForm';

/** Plans a series of reviews, or changes the one that the address names. */
export function SeriesEditPage() {
  const [promised] = useSearchParams();
  return (
    <EditPage
      kind="ReviewSeries"
      newTitle={t('reviews.form.new', 'New series of reviews')}
      blank={() => newSeries(new Date(), promised) as unknown as Draft}
      savedUrl={() => appUrl('reviews')}
      deletedUrl={appUrl('reviews')}
    >
      {(existing) => <SeriesForm existing={existing as ResourceOf<ReviewSeriesSpec> | undefined} />}
    </EditPage>
  );
}
