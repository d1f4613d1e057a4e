import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type z } from 'zod';
import {
  type cadenceChange,
  type cadenceProposalStatus,
  type cadenceStep,
  type declaredEvent,
  type intensity,
  type volatilityDriver,
} from '../contract/api/intensity';
import { type Params, pathOf, request } from './client';
import { type ApiError } from './errors';
import { keys } from './keys';
import { type Clock } from './measurement';

export type Intensity = z.infer<typeof intensity>;
export type VolatilityDriver = z.infer<typeof volatilityDriver>;
export type DeclaredEvent = z.infer<typeof declaredEvent>;
export type CadenceStep = z.infer<typeof cadenceStep>;
export type CadenceChange = z.infer<typeof cadenceChange>;
export type SeriesChange = CadenceChange['series'][number];
export type CadenceProposalStatus = z.infer<typeof cadenceProposalStatus>;

/** Up to which period to measure, and at which unit: the scorecard’s own when left out. */
export interface IntensityParams extends Clock {
  /** Period id; the last one that has ended when left out. */
  period?: string;
  unit?: string;
}

/** How lively a scorecard’s KPIs are, and the cadence of reviews that this calls for. */
export function useIntensity(scorecard: string, params: IntensityParams) {
  return useQuery<Intensity, ApiError>({
    queryKey: [...keys.all, 'intensity', scorecard, params],
    queryFn: ({ signal }) =>
      request('GET', pathOf('scorecards', scorecard, 'intensity'), { params: { ...params } as Params, signal }),
    placeholderData: keepPreviousData,
  });
}

/** What carrying out a proposal of cadence does to the series of its committee, over a year. */
export function useCadenceChange(proposal: string, clock: Clock) {
  return useQuery<CadenceChange, ApiError>({
    queryKey: [...keys.all, 'cadence-change', proposal, clock],
    queryFn: ({ signal }) =>
      request('GET', pathOf('cadenceproposals', proposal, 'change'), { params: { ...clock } as Params, signal }),
    placeholderData: keepPreviousData,
  });
}
