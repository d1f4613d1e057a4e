import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Combobox, useStyles2 } from '@grafana/ui';
import { useQueryClient } from '@tanstack/react-query';
import { periodQuery } from '../../../api/measurement';
import { type KpiSpec, type Series, type SeriesPoint } from '../../../api/types';
import { AsOfPicker } from '../../../components/AsOfPicker';
import { frequencyOf } from '../../../components/period';
import { PeriodPicker } from '../../../components/PeriodPicker';
import { UnitPicker } from '../../../components/UnitPicker';
import { useChoice } from '../../../components/useChoice';
import { t } from '../../../i18n';
import { HISTORY_LENGTHS, instantBefore } from '../model/history';
import { type KpiState } from '../model/kpiState';

interface Props {
  spec: KpiSpec;
  series: Series;
  shown: SeriesPoint;
  state: KpiState;
  update: (change: Partial<KpiState>) => void;
}

/** Which unit and period the page is about, how far back it looks, and as of when. */
export function KpiHeader({ spec, series, shown, state, update }: Props) {
  const styles = useStyles2(getStyles);
  const client = useQueryClient();

  const lookBack = useChoice(series.points.length, async (count) => {
    const last = series.points[series.points.length - 1];
    const at = instantBefore(last, series.frequency, count - 1);
    const { id } = await client.fetchQuery(periodQuery({ at, frequency: series.frequency, calendar: spec.calendar }));
    update({ from: id, to: last.period });
  });
  // Another period moves the end of the chart, unless it lies within it.
  const showPeriod = (period: string) => {
    const within = frequencyOf(period) === series.frequency && series.points.some((point) => point.period === period);
    update(within ? { period } : { period, from: undefined, to: undefined });
  };

  return (
    <div className={styles.bar}>
      <UnitPicker unit={series.unit} onChange={(unit) => update({ unit })} />
      <PeriodPicker
        period={{ id: shown.period, start: shown.start, end: shown.end }}
        calendar={spec.calendar}
        now={state.now ?? new Date().toISOString()}
        onChange={showPeriod}
      />
      <span className={styles.field}>
        <span id="kpi-history">{t('kpis.header.history', 'Periods shown')}</span>
        <Combobox
          aria-labelledby="kpi-history"
          width={10}
          value={series.points.length}
          options={[...new Set([...HISTORY_LENGTHS, series.points.length])]
            .sort((a, b) => a - b)
            .map((value) => ({ value, label: String(value) }))}
          onChange={lookBack}
        />
      </span>
      <AsOfPicker value={state.asOf} onChange={(asOf) => update({ asOf })} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1, 3) }),
  field: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
});
