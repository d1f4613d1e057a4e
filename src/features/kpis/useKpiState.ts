import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { type KpiState, readState, writeState } from './model/kpiState';

/** The page's state, which lives in the URL, and how to change it. */
export function useKpiState(): [KpiState, (change: Partial<KpiState>) => void] {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => readState(params), [params]);
  const update = useCallback(
    (change: Partial<KpiState>) => setParams((now) => writeState({ ...readState(now), ...change }, now)),
    [setParams]
  );
  return [state, update];
}
