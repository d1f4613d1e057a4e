import { type KpiSpec, type Ref } from '../../../api/types';
import { kpiUrl, type Place, scorecardUrl, strategyUrl } from '../../../components/links';
import { frequencyLabel } from '../../../components/period';
import { t } from '../../../i18n';

/** How values become those of longer periods and of units above, as a sentence. */
export function aggregationText({ source, aggregation = {} }: KpiSpec): string {
  if (source?.type === 'calculated' && source.evaluate !== 'perPeriod') {
    return t('kpis.words.after', 'Calculated from its inputs at the unit and period shown.');
  }
  const over = t('kpis.words.over', 'Over time: {{time}}; over units: {{units}}', {
    time: methodLabel(aggregation.time ?? 'sum'),
    units: methodLabel(aggregation.units ?? 'sum'),
  });
  return aggregation.weight
    ? t('kpis.words.weighted', '{{over}}, weighted by {{weight}}', { over, weight: aggregation.weight })
    : over;
}

type Method = NonNullable<NonNullable<KpiSpec['aggregation']>['time' | 'units']>;

export function methodLabel(method: Method): string {
  switch (method) {
    case 'sum':
      return t('kpis.method.sum', 'sum');
    case 'mean':
      return t('kpis.method.mean', 'mean');
    case 'weightedMean':
      return t('kpis.method.weighted-mean', 'weighted mean');
    case 'min':
      return t('kpis.method.min', 'lowest');
    case 'max':
      return t('kpis.method.max', 'highest');
    case 'count':
      return t('kpis.method.count', 'count');
    case 'first':
      return t('kpis.method.first', 'first');
    case 'last':
      return t('kpis.method.last', 'last');
    case 'none':
      return t('kpis.method.none', 'none');
  }
}

/** How often values come, and when a period is closed. */
export function scheduleText({ frequency, closeDays = 0 }: KpiSpec): string {
  const every = frequencyLabel(frequency);
  return closeDays === 0
    ? t('kpis.words.closes-at-once', '{{every}}, closes when the period ends', { every })
    : t('kpis.words.closes-after', '', {
        every,
        count: closeDays,
        defaultValue_one: '{{every}}, closes {{count}} day after the period',
        defaultValue_other: '{{every}}, closes {{count}} days after the period',
      });
}

/** A query as people write it: its text where the data source has one, else the whole model. */
export function queryText(query: Record<string, unknown>): string {
  const text = [query.rawSql, query.expr, query.query].find((part) => typeof part === 'string' && part !== '');
  return text === undefined ? JSON.stringify(query, null, 2) : String(text);
}

/** Page of a resource, for the kinds that have one. */
export function refUrl({ kind, name }: Ref, at: Place): string | undefined {
  switch (kind) {
    case 'Kpi':
      return kpiUrl(name, at);
    case 'Scorecard':
      return scorecardUrl(name, at);
    case 'Strategy':
      return strategyUrl(name, at);
    default:
      return undefined;
  }
}
