import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { type Occurrence } from '../../../api/cadence';
import { formatInstant } from '../../../components/format';
import { t } from '../../../i18n';
import { StateShape } from './StateShape';
import { keyOf } from './urlState';
import { conflictLabel, stateLabel } from './words';

interface Props {
  title: string;
  occurrences: Occurrence[];
  left: (instant: string) => string;
  selected?: string;
  onSelect: (occurrence: Occurrence) => void;
  /** What stands behind the marks. */
  children: ReactNode;
}

const STEPS: Record<string, (index: number, last: number) => number> = {
  ArrowLeft: (index) => index - 1,
  ArrowRight: (index) => index + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** A series' year: its occurrences as marks, between which the arrow keys move; Tab goes on to the next series. */
export function SeriesLane({ title, occurrences, left, selected, onSelect, children }: Props) {
  const styles = useStyles2(getStyles);
  const marks = useRef<Array<HTMLButtonElement | null>>([]);
  const [current, setCurrent] = useState(0);

  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step) {
      event.preventDefault();
      const last = occurrences.length - 1;
      marks.current[Math.min(last, Math.max(0, step(current, last)))]?.focus();
    }
  };
  return (
    <div className={styles.row}>
      <span className={styles.title} title={title}>
        {title}
      </span>
      <div role="group" aria-label={title} className={styles.track} onKeyDown={move}>
        {children}
        {occurrences.map((occurrence, index) => {
          const key = keyOf(occurrence);
          return (
            <button
              key={key + (occurrence.review ?? '')}
              ref={(element) => {
                marks.current[index] = element;
              }}
              type="button"
              tabIndex={index === Math.min(current, occurrences.length - 1) ? 0 : -1}
              aria-label={markLabel(occurrence)}
              aria-pressed={key === selected}
              title={markLabel(occurrence)}
              className={cx(styles.mark, styles[occurrence.state], key === selected && styles.selected)}
              style={{ left: left(occurrence.start) }}
              onFocus={() => setCurrent(index)}
              onClick={() => onSelect(occurrence)}
            >
              <StateShape state={occurrence.state} />
              {occurrence.conflicts.length > 0 && <span className={styles.conflict}>!</span>}
            </button>
          );
        })}
      </div>
    </div>
  );
}

/** A mark in words: when, in which state, with what conflicts. */
export function markLabel({ start, state, conflicts }: Occurrence): string {
  const words = [formatInstant(start), stateLabel(state)];
  if (conflicts.length > 0) {
    words.push(
      t('reviews.mark.conflicts', 'conflict: {{what}}', {
        what: conflicts.map(({ code }) => conflictLabel(code)).join(', '),
      })
    );
  }
  return words.join(', ');
}

const TITLE_WIDTH = 190;

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'grid', gridTemplateColumns: `${TITLE_WIDTH}px 1fr`, alignItems: 'center' }),
  title: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', paddingRight: theme.spacing(1) }),
  track: css({ position: 'relative', height: 28, background: theme.colors.background.secondary }),
  mark: css({
    position: 'absolute',
    top: 2,
    width: 24,
    height: 24,
    marginLeft: -12,
    padding: 0,
    border: 'none',
    background: 'none',
    lineHeight: '24px',
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}` },
    '&:hover': { background: theme.colors.action.hover },
  }),
  selected: css({ borderRadius: theme.shape.radius.circle, boxShadow: `0 0 0 2px ${theme.colors.primary.border}` }),
  planned: css({ color: theme.colors.text.secondary }),
  made: css({ color: theme.colors.text.primary }),
  open: css({ color: theme.colors.primary.text }),
  held: css({ color: theme.colors.success.text }),
  missed: css({ color: theme.colors.error.text }),
  cancelled: css({ color: theme.colors.text.disabled }),
  conflict: css({
    position: 'absolute',
    top: -4,
    right: 2,
    fontSize: 12,
    fontWeight: theme.typography.fontWeightBold,
    color: theme.colors.warning.text,
  }),
});
