import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Dropdown, Icon, IconButton, Menu, useStyles2 } from '@grafana/ui';
import { type ItemClass, type ReviewEvent } from '../../../api/meetings';
import { classLabel, itemClasses } from '../model/classes';
import { t } from '../../../i18n';
import { type ClockRow, formatClock } from './clock';
import { type Meeting } from './useMeeting';

interface Props {
  meeting: Meeting;
  onBegin: (item: string) => void;
  /** The facilitator takes what runs for another class than the agenda does. */
  onClass: (itemClass: ItemClass) => void;
  /** A decision that the server refuses is to be corrected. */
  onCorrect: (event: ReviewEvent) => void;
}

/** The agenda with its time boxes; what runs goes on counting, and what is over says so. */
export function AgendaPane({ meeting, onBegin, onClass, onCorrect }: Props) {
  const styles = useStyles2(getStyles);
  const { rows, closed } = meeting.clock;
  const label = t('reviews.facilitate.agenda', 'Agenda');
  return (
    <section aria-label={label}>
      <h2 className={styles.title}>{label}</h2>
      <ol className={styles.list}>
        {rows.map((row) => (
          <li key={row.key} className={cx(styles.row, row.runs && styles.running)} aria-current={row.runs || undefined}>
            <div className={styles.head}>
              {row.runs && <Icon name="play" aria-label={t('reviews.facilitate.runs', 'Runs now')} />}
              <span className={styles.name}>{row.title}</span>
              {row.runs ? (
                <ClassMenu label={classOf(row)} onClass={onClass} />
              ) : (
                <span className={styles.class}>{classOf(row)}</span>
              )}
              {row.item && closed === undefined && !row.runs && (
                <IconButton
                  name="play"
                  aria-label={t('reviews.facilitate.begin', 'Begin {{title}}', { title: row.title })}
                  tooltip={t('reviews.facilitate.begin', 'Begin {{title}}', { title: row.title })}
                  onClick={() => onBegin(row.item ?? '')}
                />
              )}
            </div>
            <Box row={row} />
          </li>
        ))}
      </ol>
      {rows.length === 0 && (
        <p>{t('reviews.facilitate.no-agenda', 'This meeting has no agenda: everything counts as off it.')}</p>
      )}
      {meeting.outbox.refused.map(({ event, message }) => (
        <div key={event.id} role="alert" className={styles.refused}>
          <Icon name="exclamation-triangle" /> {event.text ?? event.item ?? event.type}: {message}{' '}
          {event.type === 'decision' && (
            <Button size="sm" fill="text" onClick={() => onCorrect(event)}>
              {t('reviews.facilitate.correct', 'Correct')}
            </Button>
          )}
          <Button size="sm" fill="text" onClick={() => meeting.outbox.discard(event.id)}>
            {t('reviews.facilitate.discard', 'Discard')}
          </Button>
        </div>
      ))}
    </section>
  );
}

function classOf(row: ClockRow): string {
  const label = classLabel(row.class);
  return row.item
    ? label
    : t('reviews.facilitate.off-agenda-class', 'Off the agenda, {{class}}', { class: label.toLowerCase() });
}

function ClassMenu({ label, onClass }: { label: string; onClass: Props['onClass'] }) {
  const menu = (
    <Menu>
      {itemClasses.map((itemClass) => (
        <Menu.Item key={itemClass} label={classLabel(itemClass)} onClick={() => onClass(itemClass)} />
      ))}
    </Menu>
  );
  return (
    <Dropdown overlay={menu}>
      <Button
        size="sm"
        variant="secondary"
        fill="text"
        icon="angle-down"
        tooltip={t('reviews.facilitate.reclass', 'Take it for another class')}
      >
        {label}
      </Button>
    </Dropdown>
  );
}

/** A time box: spent of planned as a bar; beyond its end a hatched part and the time over in words. */
function Box({ row }: { row: ClockRow }) {
  const styles = useStyles2(getStyles);
  const over = row.elapsed - row.planned;
  const whole = Math.max(row.planned, row.elapsed, 1);
  const within = Math.min(row.planned, row.elapsed);
  return (
    <div className={styles.box}>
      <div className={styles.track} aria-hidden>
        <div className={styles.spent} style={{ width: `${(100 * within) / whole}%` }} />
        {over > 0 && <div className={styles.over} style={{ width: `${(100 * over) / whole}%` }} />}
      </div>
      <span className={styles.time}>
        {formatClock(row.elapsed)} / {formatClock(row.planned)}
      </span>
      {over > 0 && (
        <span className={styles.late}>
          <Icon name="clock-nine" size="sm" />{' '}
          {t('reviews.facilitate.over', '{{time}} over', { time: formatClock(over) })}
        </span>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ ...theme.typography.h5, margin: 0 }),
  list: css({ listStyle: 'none', margin: 0, padding: 0 }),
  row: css({
    padding: theme.spacing(0.75, 1),
    borderLeft: `3px solid transparent`,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  running: css({ borderLeftColor: theme.colors.primary.border, background: theme.colors.background.secondary }),
  head: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
  name: css({ flex: 1, fontWeight: theme.typography.fontWeightMedium }),
  class: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  box: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
  track: css({
    flex: 1,
    display: 'flex',
    height: 8,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.canvas,
    border: `1px solid ${theme.colors.border.medium}`,
    overflow: 'hidden',
  }),
  spent: css({ background: theme.colors.primary.main }),
  over: css({
    background: `repeating-linear-gradient(45deg, ${theme.colors.error.main}, ${theme.colors.error.main} 3px, transparent 3px, transparent 6px)`,
  }),
  time: css({ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }),
  late: css({ color: theme.colors.error.text, whiteSpace: 'nowrap' }),
  refused: css({ color: theme.colors.error.text, padding: theme.spacing(1, 0) }),
});
