import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readUrl, type UrlState, writeUrl } from './urlState';

/** `replace` keeps the history short for what people don't want to go back through, such as opening a row. */
export type Update = (change: Partial<UrlState>, options?: { replace?: boolean }) => void;

/** The page's state, which lives in the URL, and how to change it. */
export function useUrlState(): [UrlState, Update] {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => readUrl(params), [params]);
  const update: Update = useCallback(
    (change, options) => setParams((now) => writeUrl({ ...readUrl(now), ...change }, now), options),
    [setParams]
  );
  return [state, update];
}
