import { type Params } from './client';

const ROOT = 'bsc';

/**
 * Query keys. All begin alike, so that one call drops everything: a changed resource or a new observation may change any
 * score.
 */
export const keys = {
  all: [ROOT] as const,
  kinds: () => [ROOT, 'kinds'] as const,
  list: (plural: string, params?: Params) => [ROOT, 'list', plural, params ?? {}] as const,
  resource: (plural: string, name: string, asOf?: string) => [ROOT, 'resource', plural, name, asOf ?? ''] as const,
  history: (plural: string, name: string) => [ROOT, 'history', plural, name] as const,
  view: (scorecard: string, params: Params) => [ROOT, 'view', scorecard, params] as const,
  map: (strategy: string, params: Params) => [ROOT, 'map', strategy, params] as const,
  kpi: (what: string, kpi: string, params: Params) => [ROOT, 'kpi', what, kpi, params] as const,
  period: (params: Params) => [ROOT, 'period', params] as const,
  runs: () => [ROOT, 'runs'] as const,
  run: (id: string) => [ROOT, 'runs', id] as const,
  review: (what: string, name: string, params?: Params) => [ROOT, 'review', what, name, params ?? {}] as const,
  reviewCalendar: (params: Params) => [ROOT, 'review-calendar', params] as const,
  compliance: (charter: string, params: Params) => [ROOT, 'compliance', charter, params] as const,
  proposedClass: (item: object) => [ROOT, 'proposed-class', item] as const,
  seriesPreview: (document: string) => [ROOT, 'series-preview', document] as const,
  status: () => [ROOT, 'status'] as const,
  followUp: (what: string, params: Params = {}) => [ROOT, 'follow-up', what, params] as const,
};
