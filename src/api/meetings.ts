import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type z } from 'zod';
import type * as contract from '../contract';
import { type Params, pathOf, request } from './client';
import { type ApiError } from './errors';
import { keys } from './keys';
import { type Clock } from './measurement';
import { type ResourceOf, type ReviewSpec } from './types';

export type ReviewEvent = z.infer<typeof contract.reviewEvent>;
export type ReviewStatus = z.infer<typeof contract.reviewStatus>;
export type Discipline = z.infer<typeof contract.discipline>;
export type SeriesDiscipline = z.infer<typeof contract.seriesDiscipline>;
export type Facilitation = z.infer<typeof contract.facilitation>;
export type ChallengePrompt = z.infer<typeof contract.challengePrompt>;
export type AgendaEntry = z.infer<typeof contract.agendaEntry>;
export type ItemClass = z.infer<typeof contract.itemClass>;

/** An event as the log gives it back: without what was answered to the pulse. */
export type LoggedEvent = ReviewEvent & { actor: string; receivedAt: string };

/** A review with what its log makes of it. */
export type ReviewResource = ResourceOf<ReviewSpec> & { status?: ReviewStatus };

/** Sends what happened in a review; what was sent before changes nothing. */
export function sendEvents(review: string, events: ReviewEvent[]): Promise<ReviewResource> {
  return request('POST', pathOf('reviews', review, 'events'), { body: { events } });
}

/** How often a running meeting's log is read again, so that several note takers see each other. */
const LOG_POLL_MS = 3_000;

/** Everything that was logged of a review; read again every few seconds while `live`. */
export function useReviewLog(review: string, live: boolean) {
  return useQuery<{ review: string; items: LoggedEvent[] }, ApiError>({
    queryKey: keys.review('log', review),
    queryFn: ({ signal }) => request('GET', pathOf('reviews', review, 'log'), { signal }),
    refetchInterval: live ? LOG_POLL_MS : false,
    refetchIntervalInBackground: live,
  });
}

/** How a meeting kept to its plan. */
export function useDiscipline(review: string, clock: Clock = {}) {
  return useQuery<Discipline, ApiError>({
    queryKey: keys.review('discipline', review, { ...clock }),
    queryFn: ({ signal }) => request('GET', pathOf('reviews', review, 'discipline'), { params: { ...clock }, signal }),
  });
}

/** The questions to put in a meeting, and how fruitful it is. */
export function useFacilitation(review: string) {
  return useQuery<Facilitation, ApiError>({
    queryKey: keys.review('facilitation', review),
    queryFn: ({ signal }) => request('GET', pathOf('reviews', review, 'facilitation'), { signal }),
  });
}

/** Which meetings of a series count. */
export interface SeriesDisciplineParams extends Clock {
  /** Only meetings planned to start in this range; `to` is excluded. */
  from?: string;
  to?: string;
}

/** How the meetings of a series keep to their plan, over time. */
export function useSeriesDiscipline(series: string, params: SeriesDisciplineParams = {}) {
  return useQuery<SeriesDiscipline, ApiError>({
    queryKey: keys.review('series', series, { ...params }),
    queryFn: ({ signal }) =>
      request('GET', pathOf('reviewseries', series, 'discipline'), { params: { ...params } as Params, signal }),
    placeholderData: keepPreviousData,
  });
}
