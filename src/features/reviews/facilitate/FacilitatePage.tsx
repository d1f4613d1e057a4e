import { PluginPage } from '@grafana/runtime';
import { useParams } from 'react-router-dom';
import { ErrorState } from '../../../components/ErrorState';
import { formatInstant } from '../../../components/format';
import { PageSkeleton } from '../../../components/PageSkeleton';
import { useResource } from '../../../api/resources';
import { t } from '../../../i18n';
import { MeetingRoom } from './MeetingRoom';
import { useMeeting } from './useMeeting';

/** Facilitator mode: one screen for a meeting, from its opening to its pulse. */
export function FacilitatePage() {
  const { name = '' } = useParams();
  const { meeting, facilitation, error, retry } = useMeeting(name);
  const series = useResource('ReviewSeries', meeting?.review.spec.series);
  const title = meeting?.review.spec.title ?? series.data?.spec.title ?? name;
  return (
    <PluginPage
      pageNav={{
        text: title,
        subTitle:
          meeting &&
          t('reviews.facilitate.planned', 'Planned for {{at}}', { at: formatInstant(meeting.review.spec.start) }),
      }}
    >
      {error && <ErrorState error={error} onRetry={retry} />}
      {!meeting && !error && <PageSkeleton />}
      {meeting && <MeetingRoom meeting={meeting} prompts={facilitation?.prompts ?? []} />}
    </PluginPage>
  );
}
