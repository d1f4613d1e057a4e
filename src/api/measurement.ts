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

/** Which part of a scorecard to read; the scorecard’s own unit when left out. */
export interface ViewParams extends Clock {
  /** Period id or LAST_ENDED; the server's current one when left out. */
  period?: string;
  unit?: string;
  /** Periods of history on every node, the shown one included. */
  sparkline?: number;
}

/**
 * What a page shows until somebody chooses a period: the last one that has ended. Sums of a month that has just begun say
 * little about it.
 */
export const LAST_ENDED = 'lastEnded';

const asParams = (params: object) => params as Params;

/** The scored tree of one unit and period. */
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

/** By which scorecard, period and unit a map is scored; the server’s choice where left out. */
export interface MapParams extends Clock {
  scorecard?: string;
  period?: string;
  unit?: string;
}

/** The strategy map of one unit and period. */
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

/** Which periods of a KPI to read: the last 12 in the KPI’s own frequency when left out. */
export interface SeriesParams extends Clock {
  unit?: string;
  /** Period ids, both included. */
  from?: string;
  to?: string;
  frequency?: Frequency;
  /** Whose scheme names the statuses. */
  scorecard?: string;
}

/** Values, targets, scores and states over time. */
export function useSeries(kpi: string, params: SeriesParams, enabled = true) {
  return useKpiQuery<Series>('series', kpi, params, enabled);
}

/** Which cells of a KPI to read: one `period`, or `from` and `to`, both included. */
export interface CellParams extends Clock {
  unit?: string;
  period?: string;
  from?: string;
  to?: string;
  scorecard?: string;
  limit?: number;
  cursor?: string;
}

/** Every revision with its provenance, newest first. */
export function useObservations(kpi: string, params: CellParams, enabled = true) {
  return useKpiQuery<ObservationList>('observations', kpi, params, enabled);
}

/** How one value and score came about. */
export function useExplain(kpi: string, params: CellParams, enabled = true) {
  return useKpiQuery<Explain>('explain', kpi, params, enabled);
}

/** What a KPI is made from, and what is made from it. */
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

/** Which period of a calendar to name. */
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

/** One collection run; read again every second while it is under way. */
export function useRun(id: string) {
  return useQuery<Run, ApiError>({
    queryKey: keys.run(id),
    queryFn: ({ signal }) => request('GET', pathOf('collections', id), { signal }),
    refetchInterval: ({ state }) => (state.data && RUNNING.has(state.data.state) ? POLL_MS : false),
  });
}

/** Queues a collection run. */
export function useStartCollection() {
  return useWrite((body: CollectionRequest) => request<Run>('POST', 'collections', { body }));
}

/** Cancels a collection run by its id; what it stored is kept. */
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
