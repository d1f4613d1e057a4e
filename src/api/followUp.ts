import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Params, pathOf, request } from './client';
import { type ApiError } from './errors';
import { keys } from './keys';
import { type Clock } from './measurement';
import { applyResources, useWrite } from './resources';
import {
  type Calibration,
  type FeedToken,
  type FeedTokenList,
  type MyWork,
  type Register,
  type Resource,
} from './types';

/** Filters of the register; what is left out restricts nothing. */
export interface RegisterParams extends Clock {
  mine?: boolean;
  owner?: string;
  /** States, separated by commas; `waiting` and `closed` stand for several. */
  state?: string;
  overdue?: boolean;
  escalated?: boolean;
  type?: 'action' | 'decision';
  kpi?: string;
  objective?: string;
  review?: string;
  series?: string;
  committee?: string;
  /** Text that name, title or description contains. */
  q?: string;
  /** A column, with a leading - for descending. */
  sort?: string;
  limit?: number;
  cursor?: string;
}

/** A page of the register; keeps the last one on screen while another is read. */
export function useRegister(params: RegisterParams) {
  return useQuery<Register, ApiError>({
    queryKey: keys.followUp('register', params as Params),
    queryFn: ({ signal }) => request('GET', 'register', { params: params as Params, signal }),
    placeholderData: keepPreviousData,
  });
}

/** How well the committees of a charter foresee what their decisions do. */
export function useCalibration(charter: string, clock: Clock = {}) {
  return useQuery<Calibration, ApiError>({
    queryKey: keys.followUp(`calibration/${charter}`, clock as Params),
    queryFn: ({ signal }) =>
      request('GET', pathOf('governancecharters', charter, 'calibration'), { params: clock as Params, signal }),
  });
}

/** What waits for the caller, and what changed since they were here. */
export function useMyWork(clock: Clock = {}) {
  return useQuery<MyWork, ApiError>({
    queryKey: keys.followUp('mywork', clock as Params),
    queryFn: ({ signal }) => request('GET', 'mywork', { params: clock as Params, signal }),
  });
}

/** Notes that the caller has seen what changed until now. */
export function useMarkSeen() {
  return useWrite(() => request<void>('POST', 'mywork/seen'));
}

/** Calendar feeds of the caller; of everybody for administrators. */
export function useFeedTokens() {
  return useQuery<FeedTokenList, ApiError>({
    queryKey: keys.followUp('feedtokens'),
    queryFn: ({ signal }) => request('GET', 'feedtokens', { signal }),
  });
}

/** Makes a calendar feed; its token is in this answer only. */
export function useCreateFeedToken() {
  return useWrite((title: string) => request<FeedToken>('POST', 'feedtokens', { body: title ? { title } : {} }));
}

/** Revokes a calendar feed by its id. */
export function useRevokeFeedToken() {
  return useWrite((id: string) => request<void>('DELETE', pathOf('feedtokens', id)));
}

/** Documents as they are to be, and why. */
export interface BulkChange {
  documents: Resource[];
  reason?: string;
}

/** Changes many documents at once, or none. */
export function useBulkChange() {
  return useWrite(({ documents, reason }: BulkChange) => applyResources(documents, { reason }));
}
