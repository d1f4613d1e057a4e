import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, type IconName, useStyles2 } from '@grafana/ui';
import { dateFormat } from '../../../components/format';
import { t } from '../../../i18n';
import { type CaptureType } from './capture';
import { type Meeting, type ShownEvent } from './useMeeting';

const ICONS: Record<CaptureType, IconName> = {
  decision: 'check-circle',
  action: 'arrow-right',
  park: 'clock-nine',
  note: 'document-info',
};

/** What all note takers wrote down, newest first. */
export function Entries({ meeting }: { meeting: Meeting }) {
  const styles = useStyles2(getStyles);
  const entries = meeting.events
    .filter((event): event is ShownEvent & { type: CaptureType } => event.type in ICONS)
    .sort((a, b) => b.at.localeCompare(a.at));
  if (entries.length === 0) {
    return (
      <p className={styles.muted}>
        {t('reviews.facilitate.nothing', 'Decisions, actions and notes appear here: press d, a, p or n and write.')}
      </p>
    );
  }
  return (
    <ul className={styles.list} aria-label={t('reviews.facilitate.entries', 'Written down')}>
      {entries.map((event) => (
        <li key={event.id} className={styles.entry}>
          <Icon name={ICONS[event.type]} />
          <div>
            <span className={styles.kind}>{kindLabel(event.type)}</span> {event.title ?? event.text ?? event.question}
            <div className={styles.muted}>{facts(event)}</div>
          </div>
        </li>
      ))}
    </ul>
  );
}

function kindLabel(type: CaptureType): string {
  switch (type) {
    case 'decision':
      return t('reviews.capture.decision', 'Decision');
    case 'action':
      return t('reviews.capture.action', 'Action');
    case 'park':
      return t('reviews.capture.parked', 'Parked');
    case 'note':
      return t('reviews.capture.note', 'Note');
  }
}

/** Owner, due date, and who wrote it when. What lacks an owner says so. */
function facts({ type, owner, due, chosen, actor, at }: ShownEvent): string {
  const needsOwner = type === 'decision' || type === 'action';
  return [
    owner ?? (needsOwner ? t('reviews.facilitate.no-owner', 'no owner') : undefined),
    due,
    chosen,
    actor ?? t('reviews.facilitate.unsent', 'not sent yet'),
    dateFormat({ timeStyle: 'short' }).format(new Date(at)),
  ]
    .filter(Boolean)
    .join(' · ');
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0, padding: 0 }),
  entry: css({
    display: 'flex',
    gap: theme.spacing(1),
    padding: theme.spacing(0.75, 0.5),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    overflowWrap: 'anywhere',
  }),
  kind: css({ fontWeight: theme.typography.fontWeightMedium }),
  muted: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
