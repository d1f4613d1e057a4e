import { type CollectionRequest, type Run } from '../../../api/types';
import { numberFormat } from '../../../components/format';
import { t } from '../../../i18n';

export type RunState = Run['state'];

export const isUnderWay = ({ state }: Pick<Run, 'state'>) => state === 'queued' || state === 'running';

export function stateLabel(state: RunState): string {
  switch (state) {
    case 'queued':
      return t('collection.state.queued', 'waiting');
    case 'running':
      return t('collection.state.running', 'running');
    case 'succeeded':
      return t('collection.state.succeeded', 'succeeded');
    case 'partial':
      return t('collection.state.partial', 'partly failed');
    case 'failed':
      return t('collection.state.failed', 'failed');
    case 'cancelled':
      return t('collection.state.cancelled', 'cancelled');
  }
}

/** Cells and queries that went wrong, over all KPIs of a run. */
export function errorCount({ kpis }: Run): number {
  return kpis.reduce((sum, { errors }) => sum + errors.length, 0);
}

/** What would collect again what a run didn't get: its failed KPIs over the periods that they were asked for. */
export function retryOf({ kpis, units }: Run): CollectionRequest | undefined {
  const failed = kpis.filter(({ state }) => state === 'failed' || state === 'partial' || state === 'cancelled');
  if (failed.length === 0) {
    return undefined;
  }
  const names = failed.map(({ kpi }) => kpi);
  // KPIs of different frequencies have different bounds: the run's own choice is then the better one.
  const [from, to] = [commonOf(failed.map((kpi) => kpi.from)), commonOf(failed.map((kpi) => kpi.to))];
  return { kpis: names, ...(from && to && { from, to }), ...(units && { units }) };
}

function commonOf(values: Array<string | undefined>): string | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}

/** Seconds that a run took, or has taken at `now`; undefined before it started. */
export function secondsOf({ startedAt, finishedAt }: Run, now: number): number | undefined {
  return startedAt === null
    ? undefined
    : Math.max(0, ((finishedAt ? Date.parse(finishedAt) : now) - Date.parse(startedAt)) / 1000);
}

export function durationText(seconds: number): string {
  if (seconds < 60) {
    const digits = seconds < 10 ? 1 : 0;
    return t('collection.duration.seconds', '{{seconds}} s', {
      seconds: numberFormat({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(seconds),
    });
  }
  return t('collection.duration.minutes', '{{minutes}} min {{seconds}} s', {
    minutes: Math.floor(seconds / 60),
    seconds: Math.round(seconds % 60),
  });
}

/** Who or what started a run. */
export function triggerLabel({ trigger, requestedBy }: Pick<Run, 'trigger' | 'requestedBy'>): string {
  return trigger === 'schedule' ? t('collection.trigger.schedule', 'the schedule') : requestedBy;
}
