import { type SeriesPoint } from '../../../api/types';
import { againstTarget } from '../../../components/bullet';
import { formatDay, formatPercent } from '../../../components/format';
import { formatPeriod, frequencyOf } from '../../../components/period';
import { reasonText } from '../../../components/reasonText';
import { stateText } from '../../../components/StateMark';
import { t } from '../../../i18n';

export interface SentenceInput {
  /** Title of the KPI. */
  title: string;
  /** Consecutive periods, the one that the sentence is about last. */
  points: SeriesPoint[];
  /** A value in the KPI's unit and decimals. */
  format: (value: number | null) => string;
}

/**
 * What a KPI says in one sentence: "Revenue was 153,938 USD in Q3 1997, 0.6% above target, up for the third quarter; final
 * since Oct 5, 1997." Undefined without any point.
 */
export function sentence({ title, points, format }: SentenceInput): string | undefined {
  const point = points.at(-1);
  if (!point) {
    return undefined;
  }
  const period = formatPeriod(point.period);
  if (point.value === null) {
    return withoutValue(title, period, point);
  }
  const value = format(point.value);
  const said =
    point.state === 'open'
      ? t('kpis.sentence.so-far', '{{title}} is {{value}} so far in {{period}}', { title, value, period })
      : t('kpis.sentence.was', '{{title}} was {{value}} in {{period}}', { title, value, period });
  const clauses = [said, targetClause(point), courseClause(points)].filter(Boolean).join(', ');
  return `${clauses}; ${stateClause(point)}.`;
}

function withoutValue(title: string, period: string, { reason, state }: SeriesPoint): string {
  return t('kpis.sentence.none', '{{title}} has no value for {{period}}: {{why}}', {
    title,
    period,
    why: reason ? withStop(reasonText(reason)) : withStop(stateText(state)),
  });
}

const withStop = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** How far from the target; a scale with amounts of its own needs none. */
function targetClause({ value, target, score }: SeriesPoint): string {
  if (target === null) {
    return score !== null ? '' : t('kpis.sentence.no-target', 'without a target');
  }
  const share = againstTarget(value, target);
  if (value === target || share === 0) {
    return t('kpis.sentence.on-target', 'exactly on target');
  }
  if (share === undefined) {
    return value !== null && value > target
      ? t('kpis.sentence.above-zero', 'above its target of 0')
      : t('kpis.sentence.below-zero', 'below its target of 0');
  }
  const percent = formatPercent(Math.abs(share));
  return share > 0
    ? t('kpis.sentence.above', '{{percent}} above target', { percent })
    : t('kpis.sentence.below', '{{percent}} below target', { percent });
}

/** How long the value has gone the same way; nothing without an earlier value to compare with. A period in progress isn't. */
function courseClause(points: SeriesPoint[]): string {
  const { direction, length } = courseOf(points);
  if (direction === undefined || points.at(-1)?.state === 'open') {
    return '';
  }
  const period = periodWord(points[points.length - 1].period);
  if (direction === 'flat') {
    return t('kpis.sentence.unchanged', 'unchanged');
  }
  if (length === 1) {
    return direction === 'up'
      ? t('kpis.sentence.up', 'up on the {{period}} before', { period })
      : t('kpis.sentence.down', 'down on the {{period}} before', { period });
  }
  const nth = ordinal(length);
  if (nth === undefined) {
    return direction === 'up'
      ? t('kpis.sentence.up-many', 'up {{length}} times in a row', { length })
      : t('kpis.sentence.down-many', 'down {{length}} times in a row', { length });
  }
  return direction === 'up'
    ? t('kpis.sentence.up-again', 'up for the {{nth}} {{period}}', { nth, period })
    : t('kpis.sentence.down-again', 'down for the {{nth}} {{period}}', { nth, period });
}

/** Direction of the last step and for how many steps in a row values have gone that way. */
export function courseOf(points: Array<Pick<SeriesPoint, 'value'>>): {
  direction?: 'up' | 'down' | 'flat';
  length: number;
} {
  const steps: number[] = [];
  for (let index = points.length - 1; index > 0; index--) {
    const [before, after] = [points[index - 1].value, points[index].value];
    if (before === null || after === null) {
      break;
    }
    steps.push(Math.sign(after - before));
  }
  if (steps.length === 0) {
    return { length: 0 };
  }
  const turn = steps.findIndex((step) => step !== steps[0]);
  const direction = steps[0] === 0 ? 'flat' : steps[0] > 0 ? 'up' : 'down';
  return { direction, length: turn < 0 ? steps.length : turn };
}

function stateClause({ state, closesAt, carried }: SeriesPoint): string {
  const day = closesAt && formatDay(closesAt);
  const said =
    state === 'final' && day
      ? t('kpis.sentence.final-since', 'final since {{day}}', { day })
      : state === 'open' && day
        ? t('kpis.sentence.open-until', 'it closes on {{day}}', { day })
        : stateText(state, closesAt);
  return carried
    ? t('kpis.sentence.carried', 'it is the value of {{period}}, {{state}}', {
        period: formatPeriod(carried),
        state: said,
      })
    : said;
}

function periodWord(id: string): string {
  switch (frequencyOf(id)) {
    case 'day':
      return t('kpis.word.day', 'day');
    case 'week':
      return t('kpis.word.week', 'week');
    case 'month':
      return t('kpis.word.month', 'month');
    case 'quarter':
      return t('kpis.word.quarter', 'quarter');
    case 'half':
      return t('kpis.word.half', 'half-year');
    case 'year':
      return t('kpis.word.year', 'year');
    default:
      return t('kpis.word.period', 'period');
  }
}

/** Second to ninth in words; later ones have none. */
function ordinal(nth: number): string | undefined {
  switch (nth) {
    case 2:
      return t('kpis.nth.2', 'second');
    case 3:
      return t('kpis.nth.3', 'third');
    case 4:
      return t('kpis.nth.4', 'fourth');
    case 5:
      return t('kpis.nth.5', 'fifth');
    case 6:
      return t('kpis.nth.6', 'sixth');
    case 7:
      return t('kpis.nth.7', 'seventh');
    case 8:
      return t('kpis.nth.8', 'eighth');
    case 9:
      return t('kpis.nth.9', 'ninth');
    default:
      return undefined;
  }
}
