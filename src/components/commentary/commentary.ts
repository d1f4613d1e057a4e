import { useMemo } from 'react';
import { useResources } from '../../api/resources';
import { type CommentarySpec, type ResourceOf } from '../../api/types';

export type Commentary = ResourceOf<CommentarySpec>;

/** What a commentary is on. */
export interface Subject {
  kpi: string;
  unit: string;
  period: string;
}

const changed = ({ metadata }: Commentary) => metadata.updatedAt ?? metadata.createdAt ?? '';

/** What was written last on a KPI of a unit and period; that of several people may be there. */
export function commentaryOn(all: Commentary[], { kpi, unit, period }: Subject): Commentary | undefined {
  return all
    .filter(({ spec }) => spec.kpi === kpi && spec.unit === unit && String(spec.period) === period)
    .reduce<Commentary | undefined>((last, next) => (!last || changed(next) > changed(last) ? next : last), undefined);
}

/** How to look up commentary; undefined until it has been read. */
export function useCommentary(): ((subject: Subject) => Commentary | undefined) | undefined {
  const { data } = useResources('Commentary');
  return useMemo(() => data && ((subject: Subject) => commentaryOn(data, subject)), [data]);
}

/** The longest name that a resource may have. */
const NAME_LENGTH = 100;

/** A name for a new commentary: what it is on, in the letters that names have. */
export function commentaryName({ kpi, unit, period }: Subject): string {
  return [kpi, unit, period.toLowerCase()].join('-').slice(0, NAME_LENGTH).replace(/-+$/, '');
}
