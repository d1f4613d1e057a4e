import { useMemo } from 'react';
import { useResources } from '../../api/resources';
import { type CommentarySpec, type ResourceOf } from '../../api/types';
import { isEarlierPeriod } from '../period';

export type Commentary = ResourceOf<CommentarySpec>;

/** What a commentary is on. */
export interface Subject {
  kpi: string;
  unit: string;
  period: string;
  /** When the period begins, an ISO instant. */
  start: string;
}

const changed = ({ metadata }: Commentary) => metadata.updatedAt ?? metadata.createdAt ?? '';

const lastOf = (all: Commentary[], isLater: (next: Commentary, last: Commentary) => boolean) =>
  all.reduce<Commentary | undefined>((last, next) => (!last || isLater(next, last) ? next : last), undefined);

/** What was written last on a KPI of a unit and period; that of several people may be there. */
export function commentaryOn(all: Commentary[], { kpi, unit, period }: Subject): Commentary | undefined {
  return lastOf(
    all.filter((each) => isOn(each, kpi, unit) && String(each.spec.period) === period),
    (next, last) => changed(next) > changed(last)
  );
}

/** The newest plan of an earlier period, of the same frequency, by which the KPI is to recover no sooner than this one begins. */
export function runningPlan(all: Commentary[], { kpi, unit, period, start }: Subject): Commentary | undefined {
  const running = all.filter(
    (each) =>
      isOn(each, kpi, unit) &&
      hasPlan(each.spec) &&
      each.spec.recoveryDate >= firstDay(start) &&
      isEarlierPeriod(String(each.spec.period), period)
  );
  return lastOf(running, (next, last) => {
    const [a, b] = [String(next.spec.period), String(last.spec.period)];
    return a === b ? changed(next) > changed(last) : isEarlierPeriod(b, a);
  });
}

/**
 * The commentary whose plan says how a KPI recovers: what was written last on the period, else the newest earlier one that is still
 * running. The server has the same rule, in pkg/governance/owed.go; tests/examples/governance/recovery-plans.json holds both to it.
 */
export function recoveryPlan(all: Commentary[], subject: Subject): Commentary | undefined {
  const own = commentaryOn(all, subject);
  return own && hasPlan(own.spec) ? own : runningPlan(all, subject);
}

const isOn = ({ metadata, spec }: Commentary, kpi: string, unit: string) =>
  !metadata.archived && spec.kpi === kpi && spec.unit === unit;

/**
 * The day on which a period begins where its calendar is. It begins there at midnight: 13 hours later it is that day in UTC, too,
 * from UTC−10 to UTC+13.
 */
const firstDay = (start: string) => new Date(Date.parse(start) + 13 * 3_600_000).toISOString().slice(0, 10);

type Planned = CommentarySpec & { countermeasure: string; recoveryDate: string };

/** A plan says what is done, and until when the KPI recovers. */
function hasPlan(spec: CommentarySpec): spec is Planned {
  return Boolean(spec.countermeasure && spec.recoveryDate);
}

export interface CommentaryLookup {
  on: (subject: Subject) => Commentary | undefined;
  /** Of an earlier period, still running. */
  planBefore: (subject: Subject) => Commentary | undefined;
  plan: (subject: Subject) => Commentary | undefined;
}

/** How to look up commentary; undefined until it has been read. */
export function useCommentary(): CommentaryLookup | undefined {
  const { data } = useResources('Commentary');
  return useMemo(
    () =>
      data && {
        on: (subject) => commentaryOn(data, subject),
        planBefore: (subject) => runningPlan(data, subject),
        plan: (subject) => recoveryPlan(data, subject),
      },
    [data]
  );
}

/** The longest name that a resource may have. */
const NAME_LENGTH = 100;

/** A name for a new commentary: what it is on, in the letters that names have. */
export function commentaryName({ kpi, unit, period }: Subject): string {
  return [kpi, unit, period.toLowerCase()].join('-').slice(0, NAME_LENGTH).replace(/-+$/, '');
}
