import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Combobox, useStyles2 } from '@grafana/ui';
import { type View } from '../../../api/types';
import { AsOfPicker } from '../../../components/AsOfPicker';
import { formatDay } from '../../../components/format';
import { PeriodPicker } from '../../../components/PeriodPicker';
import { stateName } from '../../../components/StateMark';
import { UnitPicker } from '../../../components/UnitPicker';
import { t } from '../../../i18n';
import { type Comparison, comparisons } from '../urlState';
import { type Update } from '../useUrlState';

interface Props {
  view: View;
  /** The scorecard's calendar and the unit at its top. */
  calendar: string;
  topUnit: string;
  /** When the last of the shown KPIs closes. */
  closesAt: string | null;
  asOf?: string;
  compare: Comparison;
  update: Update;
}

/** What the page is about: unit, period and how settled it is, what it is compared with, as of when. */
export function ScorecardHeader({ view, calendar, topUnit, closesAt, asOf, compare, update }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.bar}>
      <UnitPicker unit={view.unit} top={topUnit} onChange={(unit) => update({ unit })} />
      <PeriodPicker period={view.period} calendar={calendar} now={view.now} onChange={(period) => update({ period })} />
      <span className={styles.state}>{closeText(view, closesAt)}</span>
      <span className={styles.field}>
        <span id="scorecard-compare">{t('scorecards.header.compare', 'Compare')}</span>
        <Combobox<Comparison>
          aria-labelledby="scorecard-compare"
          width={18}
          value={compare}
          options={comparisons.map((value) => ({ value, label: comparisonLabel(value) }))}
          onChange={({ value }) => update({ compare: value })}
        />
      </span>
      <AsOfPicker value={asOf} onChange={(instant) => update({ asOf: instant })} />
    </div>
  );
}

function comparisonLabel(comparison: Comparison): string {
  return comparison === 'year'
    ? t('scorecards.header.compare-year', 'a year earlier')
    : t('scorecards.header.compare-previous', 'previous period');
}

/** State of the period, with the day of its close. The least settled KPI makes it, which has no value where others have one. */
function closeText({ period, now, node }: View, closesAt: string | null): string {
  const lacking = period.state === 'none' || period.state === 'stale';
  const state =
    lacking && node.score !== null ? t('scorecards.header.incomplete', 'incomplete') : stateName(period.state);
  if (!closesAt) {
    return state;
  }
  const day = formatDay(closesAt);
  return closesAt <= now
    ? t('scorecards.header.closed', '{{state}} · closed {{day}}', { state, day })
    : t('scorecards.header.closes', '{{state}} · closes {{day}}', { state, day });
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 1.5),
    marginBottom: theme.spacing(1),
  }),
  field: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
  state: css({ color: theme.colors.text.secondary }),
});
