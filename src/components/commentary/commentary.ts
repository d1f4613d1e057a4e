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
    all.filter(({ spec }) => spec.kpi === kpi && spec.unit === unit && String(spec.period) === period),
    (next, last) => changed(next) > changed(last)
  );
}

/** The newest plan of an earlier period, of the same frequency, by which the KPI is to recover no sooner than this one begins. */
export function runningPlan(all: Commentary[], { kpi, unit, period, start }: Subject): Commentary | undefined {
  const running = all.filter(
    ({ spec }) =>
      spec.kpi === kpi &&
      spec.unit === unit &&
      hasPlan(spec) &&
      spec.recoveryDate >= start.slice(0, 10) &&
      isEarlierPeriod(String(spec.period), period)
  );
  return lastOf(running, (next, last) => {
    const [a, b] = [String(next.spec.period), String(last.spec.period)];
    return a === b ? changed(next) > changed(last) : isEarlierPeriod(b, a);
  });
}

type Planned = CommentarySpec & { countermeasure: string; recoveryDate: string };

/** A plan says what is done, and until when the KPI recovers. */
export function hasPlan(spec: CommentarySpec): spec is Planned {
  return Boolean(spec.countermeasure && spec.recoveryDate);
}

export interface CommentaryLookup {
  on: (subject: Subject) => Commentary | undefined;
  planBefore: (subject: Subject) => Commentary | undefined;
}

/** How to look up commentary; undefined until it has been read. */
export function useCommentary(): CommentaryLookup | undefined {
  const { data } = useResources('Commentary');
  return useMemo(
    () => data && { on: (subject) => commentaryOn(data, subject), planBefore: (subject) => runningPlan(data, subject) },
    [data]
  );
}

/** The longest name that a resource may have. */
const NAME_LENGTH = 100;

/** A name for a new commentary: what it is on, in the letters that names have. */
export function commentaryName({ kpi, unit, period }: Subject): string {
  return [kpi, unit, period.toLowerCase()].join('-').slice(0, NAME_LENGTH).replace(/-+$/, '');
}
