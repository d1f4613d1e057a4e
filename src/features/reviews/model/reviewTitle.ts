import { type ReviewSpec } from '../../../api/types';
import { formatDay } from '../../../components/format';
import { t } from '../../../i18n';

/** The review's own title, else its day: for places where the series stands beside it. */
export function reviewTitle({ title, start }: ReviewSpec): string {
  return title ?? t('reviews.meeting.of', 'Review of {{day}}', { day: formatDay(start) });
}
