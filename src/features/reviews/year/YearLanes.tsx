import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type DataClose, type Occurrence, type ReviewCalendar } from '../../../api/cadence';
import { formatDay } from '../../../components/format';
import { t } from '../../../i18n';
import { classLabel } from '../model/classes';
import { lanesOf, monthsOf, shareOf, ticksOf } from './lanes';
import { SeriesLane } from './SeriesLane';
import { StateShape } from './StateShape';
import { OCCURRENCE_STATES, stateLabel } from './words';

interface Props {
  year: number;
  range: { from: string; to: string };
  now: string;
  occurrences: Occurrence[];
  dataCloses: DataClose[];
  holidays: ReviewCalendar['holidays'];
  titleOf: (series: string) => string;
  /** Key of the occurrence whose details are open. */
  selected?: string;
  onSelect: (occurrence: Occurrence) => void;
}

/** The year in lanes, one per tier: occurrences as marks, holidays shaded, data closes as ticks, the present as a line. */
export function YearLanes({ year, range, now, occurrences, dataCloses, holidays, titleOf, selected, onSelect }: Props) {
  const styles = useStyles2(getStyles);
  const left = (instant: string) => `${shareOf(instant, range) * 100}%`;
  return (
    <section aria-label={t('reviews.year.lanes', 'The year in lanes')} className={styles.frame}>
      <div className={styles.row} aria-hidden>
        <span />
        <div className={styles.months}>
          {monthsOf(year).map(({ start, label }) => (
            <span key={start} className={styles.month} style={{ left: left(start) }}>
              {label}
            </span>
          ))}
        </div>
      </div>
      <div className={styles.row}>
        <span className={styles.quiet}>{t('reviews.year.closes', 'Data close')}</span>
        <div className={styles.closes} aria-hidden>
          {ticksOf(dataCloses).map(({ scorecard, period, frequency, at }) => (
            <span
              key={`${scorecard}/${frequency}/${period}`}
              className={styles.tick}
              style={{ left: left(at) }}
              title={t('reviews.year.close', '{{period}} closes on {{day}}', { period, day: formatDay(at) })}
            />
          ))}
        </div>
      </div>
      {lanesOf(occurrences).map(({ tier, rows }) => (
        <section key={tier} aria-label={classLabel(tier)} className={styles.lane}>
          <h3 className={styles.tier}>{classLabel(tier)}</h3>
          {rows.map(({ series, occurrences: own }) => (
            <SeriesLane
              key={series}
              title={titleOf(series)}
              occurrences={own}
              left={left}
              selected={selected}
              onSelect={onSelect}
            >
              {holidays.map(({ calendar, date }) => (
                <span
                  key={`${calendar}/${date}`}
                  aria-hidden
                  className={styles.holiday}
                  style={{ left: left(`${date}T00:00:00`) }}
                />
              ))}
              {now >= range.from && now < range.to && (
                <span aria-hidden className={styles.now} style={{ left: left(now) }} />
              )}
            </SeriesLane>
          ))}
        </section>
      ))}
      <p className={cx(styles.quiet, styles.legend)}>
        {OCCURRENCE_STATES.map((state) => (
          <span key={state}>
            <StateShape state={state} /> {stateLabel(state)}
          </span>
        ))}
        <span>
          <span aria-hidden className={styles.tickSample} /> {t('reviews.year.legend-close', 'data close')}
        </span>
        <span>
          <span aria-hidden className={styles.holidaySample} /> {t('reviews.year.legend-holiday', 'holiday')}
        </span>
        <span>
          <span aria-hidden>!</span> {t('reviews.year.legend-conflict', 'conflict')}
        </span>
      </p>
    </section>
  );
}

const TITLE_WIDTH = 190;

const getStyles = (theme: GrafanaTheme2) => {
  const tick = {
    width: 1,
    height: theme.spacing(1.5),
    background: theme.colors.text.secondary,
  };
  const shade = { background: theme.colors.border.strong };
  return {
    frame: css({ minWidth: 760 }),
    row: css({ display: 'grid', gridTemplateColumns: `${TITLE_WIDTH}px 1fr`, alignItems: 'center' }),
    months: css({ position: 'relative', height: 20, color: theme.colors.text.secondary }),
    month: css({
      position: 'absolute',
      paddingLeft: 4,
      borderLeft: `1px solid ${theme.colors.border.medium}`,
      fontSize: theme.typography.bodySmall.fontSize,
    }),
    closes: css({ position: 'relative', height: theme.spacing(2.5) }),
    tick: css({ position: 'absolute', top: theme.spacing(0.5), ...tick }),
    tickSample: css({ display: 'inline-block', ...tick }),
    lane: css({ borderTop: `1px solid ${theme.colors.border.medium}`, padding: theme.spacing(0.5, 0) }),
    tier: css({ ...theme.typography.bodySmall, color: theme.colors.text.secondary, margin: 0 }),
    holiday: css({ position: 'absolute', top: 0, bottom: 0, width: 'calc(100% / 365)', minWidth: 2, ...shade }),
    holidaySample: css({ display: 'inline-block', width: 8, height: 12, verticalAlign: 'text-bottom', ...shade }),
    now: css({ position: 'absolute', top: 0, bottom: 0, width: 2, background: theme.colors.primary.border }),
    quiet: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
    legend: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 2), margin: theme.spacing(1, 0) }),
  };
};
