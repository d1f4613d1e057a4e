import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Combobox, Stack, useStyles2 } from '@grafana/ui';
import { useSearchParams } from 'react-router-dom';
import { useResources } from '../../../api/resources';
import { type Run } from '../../../api/types';
import { AppLink } from '../../../components/AppLink';
import { ABSENT } from '../../../components/format';
import { Labelled } from '../../../components/Labelled';
import { kpiUrl } from '../../../components/links';
import { formatPeriod } from '../../../components/period';
import { tableStyles } from '../../../components/tableStyles';
import { t } from '../../../i18n';
import { type RunState as State, stateLabel } from '../model/runs';
import { RunState } from './RunState';

type RunKpi = Run['kpis'][number];

/** Errors of one KPI that are shown before the rest is counted. */
const SHOWN_ERRORS = 20;

/** What became of each KPI of a run; the URL holds which states are shown. */
export function RunKpis({ kpis }: Pick<Run, 'kpis'>) {
  const styles = useStyles2(tableStyles);
  const { data } = useResources('Kpi');
  const [params, setParams] = useSearchParams();
  const titles = new Map(data?.map(({ metadata, spec }) => [metadata.name, spec.title]));
  const state = params.get('state');
  const shown = state ? kpis.filter((kpi) => kpi.state === state) : kpis;
  const states = [...new Set(kpis.map((kpi) => kpi.state))];
  return (
    <Stack direction="column" gap={1}>
      {states.length > 1 && (
        <Labelled label={t('collection.kpis.filter', 'State of the KPI')}>
          {(labelId) => (
            <Combobox<State>
              aria-labelledby={labelId}
              placeholder={t('collection.kpis.filter-text', 'All states')}
              isClearable
              width={24}
              value={states.find((value) => value === state) ?? null}
              options={states.map((value) => ({ value, label: stateLabel(value) }))}
              onChange={(chosen) => setParams(chosen ? { state: chosen.value } : {}, { replace: true })}
            />
          )}
        </Labelled>
      )}
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={t('collection.kpis.label', 'KPIs of this collection')}>
          <thead>
            <tr>
              <th scope="col">{t('collection.kpis.kpi', 'KPI')}</th>
              <th scope="col">{t('collection.kpis.periods', 'Periods')}</th>
              <th scope="col">{t('collection.kpis.state', 'State')}</th>
              <th scope="col" className={styles.number}>
                {t('collection.kpis.observations', 'Values recorded')}
              </th>
              <th scope="col" className={styles.number}>
                {t('collection.kpis.dropped', 'Rows of other periods')}
              </th>
              <th scope="col">{t('collection.kpis.errors', 'Errors')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((kpi) => (
              <tr key={kpi.kpi}>
                <th scope="row">
                  <AppLink to={kpiUrl(kpi.kpi)}>{titles.get(kpi.kpi) ?? kpi.kpi}</AppLink>
                </th>
                <td>{rangeText(kpi)}</td>
                <td>
                  <RunState state={kpi.state} />
                </td>
                <td className={styles.number}>{kpi.observations}</td>
                <td className={styles.number}>{kpi.dropped}</td>
                <td>
                  <Errors errors={kpi.errors} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Stack>
  );
}

function rangeText({ from, to }: RunKpi): string {
  if (!from || !to) {
    return ABSENT;
  }
  return from === to ? formatPeriod(from) : `${formatPeriod(from)} – ${formatPeriod(to)}`;
}

function Errors({ errors }: Pick<RunKpi, 'errors'>) {
  const styles = useStyles2(getStyles);
  if (errors.length === 0) {
    return <>{ABSENT}</>;
  }
  return (
    <ul className={styles}>
      {errors.slice(0, SHOWN_ERRORS).map(({ unit, period, message }, index) => (
        <li key={index}>
          {[unit, period && formatPeriod(period)].filter(Boolean).join(', ')}
          {(unit || period) && ': '}
          {message}
        </li>
      ))}
      {errors.length > SHOWN_ERRORS && (
        <li>{t('collection.kpis.more', 'and {{count}} more', { count: errors.length - SHOWN_ERRORS })}</li>
      )}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({ listStyle: 'none', margin: 0, padding: 0, color: theme.colors.error.text, overflowWrap: 'anywhere' });
