import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

const views = ['map', 'table'] as const;
export type MapForm = (typeof views)[number];

/** All that a strategy map page shows; the URL holds it. */
export interface MapUrlState {
  scorecard?: string;
  unit?: string;
  /** Period id; the current one while undefined. */
  period?: string;
  asOf?: string;
  now?: string;
  /** Objective whose details are open. */
  objective?: string;
  view: MapForm;
}

const KEYS = ['scorecard', 'unit', 'period', 'asOf', 'now', 'objective'] as const;

export function readMapUrl(params: URLSearchParams): MapUrlState {
  const texts = Object.fromEntries(KEYS.map((key) => [key, params.get(key) || undefined]));
  return { ...texts, view: views.find((view) => view === params.get('view')) ?? 'map' };
}

/** The query of a state; what is as usual is left out, and what isn't the page's own stays. */
export function writeMapUrl(state: MapUrlState, base: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams(base);
  for (const key of [...KEYS, 'view'] as const) {
    const value = key === 'view' && state.view === 'map' ? undefined : state[key];
    if (value) {
      params.set(key, value);
    } else {
      params.delete(key);
    }
  }
  return params;
}

/** `replace` keeps out of the history what people don't want to go back through, such as the steps of playing. */
export type UpdateMapUrl = (change: Partial<MapUrlState>, options?: { replace?: boolean }) => void;

export function useMapUrl(): [MapUrlState, UpdateMapUrl] {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => readMapUrl(params), [params]);
  const update: UpdateMapUrl = useCallback(
    (change, options) => setParams((now) => writeMapUrl({ ...readMapUrl(now), ...change }, now), options),
    [setParams]
  );
  return [state, update];
}
