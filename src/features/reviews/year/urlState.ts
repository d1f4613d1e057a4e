import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { type Occurrence, type Tier } from '../../../api/cadence';
import { tiers } from '../../../contract';

/** All that the page of the year shows; the URL holds it. */
export interface YearUrlState {
  /** Calendar year; that of the present while undefined. */
  year?: number;
  tier?: Tier;
  scorecard?: string;
  /** Key of the occurrence whose details are open. */
  occurrence?: string;
  now?: string;
}

export function readYearUrl(params: URLSearchParams): YearUrlState {
  const year = Number(params.get('year'));
  return {
    year: Number.isInteger(year) && year >= 1000 && year <= 9998 ? year : undefined,
    tier: tiers.find((tier) => tier === params.get('tier')),
    scorecard: params.get('scorecard') || undefined,
    occurrence: params.get('occurrence') || undefined,
    now: params.get('now') || undefined,
  };
}

export type UpdateYearUrl = (change: Partial<YearUrlState>, options?: { replace?: boolean }) => void;

export function useYearUrl(): [YearUrlState, UpdateYearUrl] {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => readYearUrl(params), [params]);
  const update: UpdateYearUrl = useCallback(
    (change, options) =>
      setParams((current) => {
        const next = new URLSearchParams(current);
        for (const [key, value] of Object.entries(change)) {
          if (value === undefined) {
            next.delete(key);
          } else {
            next.set(key, String(value));
          }
        }
        return next;
      }, options),
    [setParams]
  );
  return [state, update];
}

/** What tells an occurrence from all others: its series, and when the rule has it. */
export const keyOf = ({ series, planned }: Pick<Occurrence, 'series' | 'planned'>) => `${series}@${planned}`;
