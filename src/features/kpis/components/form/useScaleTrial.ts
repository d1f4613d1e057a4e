import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { type ApiError } from '../../../../api/errors';
import { simulate } from '../../../../api/measurement';
import { type TargetSetSpec, type View } from '../../../../api/types';
import { type Band } from '../../../../components/bullet';
import { type Draft, toResource } from '../../../../components/editor/document';
import { bandsOf, scaleTrial, trialProblems } from '../../model/scaleTrial';
import { useDebounced } from '../../../../components/useDebounced';

const PAUSE_MS = 500;

export interface ScaleTrial {
  bands: Band[];
  /** Why the scale has no bands, where nothing is wrong with a field. */
  message?: string;
  /** What is wrong, by path in the target set. */
  problems: Map<string, string>;
}

/** Tries the scale in the form on the server, which judges it as it will when it is saved. */
export function useScaleTrial(): ScaleTrial {
  const draft = useWatch() as Draft;
  const typed = JSON.stringify(toResource('TargetSet', draft).spec);
  const settled = useDebounced(typed, PAUSE_MS);
  const target = JSON.parse(settled) as TargetSetSpec;
  const { data, error } = useQuery<View, ApiError>({
    queryKey: ['trial', settled],
    queryFn: () => simulate(scaleTrial(target)),
    enabled: target.scale !== undefined,
    retry: false,
    gcTime: 60_000,
    staleTime: Infinity,
  });
  const problems = trialProblems(error?.errors ?? []);
  return { bands: data ? bandsOf(data) : [], message: problems.size === 0 ? error?.message : undefined, problems };
}
