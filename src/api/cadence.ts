import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type z } from 'zod';
import type * as contract from '../contract';
import { type Params, pathOf, request } from './client';
import { type ApiError } from './errors';
import { keys } from './keys';
import { type ReviewSeriesSpec } from './types';

export type ReviewCalendar = z.infer<typeof contract.reviewCalendar>;
export type Occurrence = z.infer<typeof contract.occurrence>;
export type Conflict = z.infer<typeof contract.conflict>;
export type DataClose = z.infer<typeof contract.dataClose>;
export type Compliance = z.infer<typeof contract.compliance>;
export type PromiseCompliance = z.infer<typeof contract.promiseCompliance>;
export type SeriesPreview = z.infer<typeof contract.seriesPreview>;
export type ReviewSeriesStatus = z.infer<typeof contract.reviewSeriesStatus>;
export type Tier = z.infer<typeof contract.tier>;

/** A range of time, and what to take for the present. */
export interface RangeParams {
  /** Instants; `to` is excluded. Undefined: see the call. */
  from?: string;
  to?: string;
  now?: string;
}

/** When reviews are, with their conflicts, data closes and holidays; the twelve months around now by default. */
export function useReviewCalendar(params: RangeParams = {}) {
  return useQuery<ReviewCalendar, ApiError>({
    queryKey: keys.reviewCalendar({ ...params }),
    queryFn: ({ signal }) => request('GET', 'reviews/calendar', { params: { ...params } as Params, signal }),
    placeholderData: keepPreviousData,
  });
}

/** What a charter promises against what was held; over the last twelve months by default. */
export function useCompliance(charter: string, params: RangeParams = {}) {
  return useQuery<Compliance, ApiError>({
    queryKey: keys.compliance(charter, { ...params }),
    queryFn: ({ signal }) =>
      request('GET', pathOf('governancecharters', charter, 'compliance'), { params: { ...params } as Params, signal }),
    placeholderData: keepPreviousData,
  });
}

/** When a series would meet next, saved or not; `name` is the series that it replaces. Undefined asks nothing. */
export function useSeriesPreview(series: ReviewSeriesSpec | undefined, name?: string) {
  return useQuery<SeriesPreview, ApiError>({
    queryKey: keys.seriesPreview(JSON.stringify({ name, series })),
    queryFn: ({ signal }) => request('POST', 'reviewseries/preview', { body: { name, series }, signal }),
    enabled: series !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
}
