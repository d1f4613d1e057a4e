import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Stack, useStyles2 } from '@grafana/ui';
import { type LoggedEvent, useReviewLog } from '../../../api/meetings';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorState } from '../../../components/ErrorState';
import { FollowUpList } from '../../../components/followup/FollowUpList';
import { formatInstant } from '../../../components/format';
import { PageSkeleton } from '../../../components/PageSkeleton';
import { t } from '../../../i18n';
import { ReviewDiscipline } from '../components/ReviewDiscipline';

/** What came out of a meeting: decisions and actions, what was noted, and how it kept to its plan. */
export function MinutesTab({ review }: { review: string }) {
  const { data, error, refetch } = useReviewLog(review, false);
  if (error) {
    return <ErrorState error={error} onRetry={refetch} />;
  }
  if (!data) {
    return <PageSkeleton rows={6} />;
  }
  const said = data.items.filter((event) => event.text && isNote(event));
  const held = data.items.some(({ type }) => type === 'open');
  return (
    <Stack direction="column" gap={3}>
      <section aria-label={t('reviews.minutes.follow-up', 'Decisions and actions')}>
        <h3>{t('reviews.minutes.follow-up', 'Decisions and actions')}</h3>
        <FollowUpList subject={{ review }} />
      </section>
      {said.length > 0 && <Notes events={said} />}
      {held ? (
        <ReviewDiscipline review={review} />
      ) : (
        <EmptyState title={t('reviews.minutes.not-held', 'The meeting was not held yet')}>
          {t(
            'reviews.minutes.not-held-text',
            'What is noted in the meeting, and how it kept to its agenda, stands here afterwards.'
          )}
        </EmptyState>
      )}
    </Stack>
  );
}

const isNote = ({ type }: LoggedEvent) => type === 'note' || type === 'park';

function Notes({ events }: { events: LoggedEvent[] }) {
  const styles = useStyles2(getStyles);
  const label = t('reviews.minutes.notes', 'Notes and parked matters');
  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      <ol className={styles.list}>
        {events.map((event) => (
          <li key={event.id}>
            <span dir="auto">{event.text}</span>{' '}
            <span className={styles.muted}>
              {event.type === 'park' && `${t('reviews.minutes.parked', 'parked')} · `}
              {event.actor}, {formatInstant(event.at)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  muted: css({ color: theme.colors.text.secondary }),
});
