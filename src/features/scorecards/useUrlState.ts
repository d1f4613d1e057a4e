import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readUrl, type UrlState, writeUrl } from './urlState';

/** `replace` keeps the history short for what people don't want to go back through, such as opening a row. */
export type Update = (change: Partial<UrlState>, options?: { replace?: boolean }) => void;

/**
 * The page's state, which lives in the URL, and how to change it. Several changes in a row add up before the page is drawn
 * again; a change to what is already so leaves no trace in the history.
 */
export function useUrlState(): [UrlState, Update] {
  const [params, setParams] = useSearchParams();
  const latest = useRef(params);
  useEffect(() => {
    latest.current = params;
  }, [params]);

  const state = useMemo(() => readUrl(params), [params]);
  const update: Update = useCallback(
    (change, options) => {
      const next = writeUrl({ ...readUrl(latest.current), ...change }, latest.current);
      if (next.toString() !== latest.current.toString()) {
        latest.current = next;
        setParams(next, options);
      }
    },
    [setParams]
  );
  return [state, update];
}
