import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { type Params, pathOf, request } from './client';
import { type ApiError } from './errors';
import { keys } from './keys';
import {
  type CollectionRequest,
  type Explain,
  type Frequency,
  type Lineage,
  type ObservationList,
  type Period,
  type Preview,
  type PreviewRequest,
  type Run,
  type RunList,
  type Series,
  type ServerStatus,
  type SimulateRequest,
  type StrategyMap,
  type Submission,
  type SubmissionResult,
  type View,
} from './types';
import { useWrite } from './resources';

/** Instants that fix what was known (`asOf`) and what time it is (`now`); both default to the present. */
export interface Clock {
  asOf?: string;
  now?: string;
}

export interface ViewParams extends Clock {
  /** Period id; the server's current one when left out. */
  period?: string;
  unit?: string;
  /** Periods of history on every node, the shown one included. */
  sparkline?: number;
}

const asParams = (params: object) => params as Params;

export function viewQuery(scorecard: string, params: ViewParams) {
  return queryOptions<View, ApiError>({
    queryKey: keys.view(scorecard, asParams(params)),
    queryFn: ({ signal }) =>
      request('GET', pathOf('scorecards', scorecard, 'view'), { params: asParams(params), signal }),
  });
}

/** The scored tree; keeps the last one on screen while another period or unit is read. */
export function useView(scorecard: string, params: ViewParams, enabled = true) {
  return useQuery({ ...viewQuery(scorecard, params), enabled, placeholderData: keepPreviousData });
}

export interface MapParams extends Clock {
  scorecard?: string;
  period?: string;
  unit?: string;
}

export function mapQuery(strategy: string, params: MapParams) {
  return queryOptions<StrategyMap, ApiError>({
    queryKey: keys.map(strategy, asParams(params)),
    queryFn: ({ signal }) =>
      request('GET', pathOf('strategies', strategy, 'map'), { params: asParams(params), signal }),
  });
}

/** The strategy map; keeps the last one on screen while another period or unit is read. */
export function useStrategyMap(strategy: string, params: MapParams, enabled = true) {
  return useQuery({ ...mapQuery(strategy, params), enabled, placeholderData: keepPreviousData });
}

export interface SeriesParams extends Clock {
  unit?: string;
  /** Period ids, both included. */
  from?: string;
  to?: string;
  frequency?: Frequency;
  /** Whose scheme names the statuses. */
  scorecard?: string;
}

export function useSeries(kpi: string, params: SeriesParams, enabled = true) {
  return useKpiQuery<Series>('series', kpi, params, enabled);
}

export interface CellParams extends Clock {
  unit?: string;
  period?: string;
  from?: string;
  to?: string;
  scorecard?: string;
  limit?: number;
  cursor?: string;
}

export function useObservations(kpi: string, params: CellParams, enabled = true) {
  return useKpiQuery<ObservationList>('observations', kpi, params, enabled);
}

export function useExplain(kpi: string, params: CellParams, enabled = true) {
  return useKpiQuery<Explain>('explain', kpi, params, enabled);
}

export function useLineage(kpi: string, enabled = true) {
  return useKpiQuery<Lineage>('lineage', kpi, {}, enabled);
}

function useKpiQuery<T>(what: string, kpi: string, params: object, enabled: boolean) {
  return useQuery<T, ApiError>({
    queryKey: keys.kpi(what, kpi, asParams(params)),
    queryFn: ({ signal }) => request('GET', pathOf('kpis', kpi, what), { params: asParams(params), signal }),
    enabled,
    placeholderData: keepPreviousData,
  });
}

/** Extracted values and scores of an unsaved definition; writes nothing. */
export function previewKpi(body: PreviewRequest, signal?: AbortSignal): Promise<Preview> {
  return request('POST', 'kpis/preview', { body, signal });
}

/** The scored tree of documents and observations that come with the request; stateless. */
export function simulate(body: SimulateRequest): Promise<View> {
  return request('POST', 'simulate', { body });
}

/** Submits values of manual KPIs; every row has its outcome, and good rows are kept. */
export function useSubmit() {
  return useWrite((body: Submission) => request<SubmissionResult>('POST', 'submissions', { body }));
}

export interface PeriodParams {
  /** Any instant within the period. */
  at?: string;
  frequency: Frequency;
  /** Name of the calendar. */
  calendar: string;
}

/** The period that holds an instant. Periods of a calendar never move, so the answer stays fresh. */
export function periodQuery(params: PeriodParams) {
  return queryOptions<Period, ApiError>({
    queryKey: keys.period(asParams(params)),
    queryFn: ({ signal }) => request('GET', 'calendar/period', { params: asParams(params), signal }),
    staleTime: params.at ? Infinity : 60_000,
  });
}

const RUNNING = new Set<Run['state']>(['queued', 'running']);
const POLL_MS = 1_000;

/** Collection runs, newest first; read again every second while one is under way. */
export function useRuns() {
  return useQuery<RunList, ApiError>({
    queryKey: keys.runs(),
    queryFn: ({ signal }) => request('GET', 'collections', { signal }),
    refetchInterval: ({ state }) => (state.data?.items.some((run) => RUNNING.has(run.state)) ? POLL_MS : false),
  });
}

export function useRun(id: string) {
  return useQuery<Run, ApiError>({
    queryKey: keys.run(id),
    queryFn: ({ signal }) => request('GET', pathOf('collections', id), { signal }),
    refetchInterval: ({ state }) => (state.data && RUNNING.has(state.data.state) ? POLL_MS : false),
  });
}

export function useStartCollection() {
  return useWrite((body: CollectionRequest) => request<Run>('POST', 'collections', { body }));
}

export function useCancelCollection() {
  return useWrite((id: string) => request<void>('DELETE', pathOf('collections', id)));
}

/** What the settings page shows about the running server. */
export function useServerStatus() {
  return useQuery<ServerStatus, ApiError>({
    queryKey: keys.status(),
    queryFn: ({ signal }) => request('GET', 'status', { signal }),
  });
}
