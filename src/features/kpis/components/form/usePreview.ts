import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { type ApiError } from '../../../../api/errors';
import { periodQuery, previewKpi } from '../../../../api/measurement';
import { type KpiSpec, type Preview } from '../../../../api/types';
import { type Draft, toResource } from '../../../../components/editor/document';
import { instantBefore } from '../../model/history';

/** Periods that a preview asks for unless somebody says otherwise. */
const PERIODS = 3;

export interface PreviewState {
  /** Period ids; the last few when empty. */
  from: string;
  to: string;
  setFrom: (from: string) => void;
  setTo: (to: string) => void;
  run: () => void;
  running: boolean;
  data: Preview | undefined;
  error: ApiError | null;
}

/** Runs the definition as it is in the form, without saving it. `name`: the KPI exists, so its targets score the values. */
export function usePreview(name: string | undefined): PreviewState {
  const client = useQueryClient();
  const { getValues } = useFormContext<Draft>();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');

  const lastPeriods = async ({ frequency, calendar }: KpiSpec) => {
    const current = await client.fetchQuery(periodQuery({ frequency, calendar }));
    const at = instantBefore(current, frequency, PERIODS - 1);
    const first = await client.fetchQuery(periodQuery({ frequency, calendar, at }));
    return { from: first.id, to: current.id };
  };
  const { mutate, isPending, data, error } = useMutation<Preview, ApiError, void>({
    mutationFn: async () => {
      const spec = toResource('Kpi', getValues()).spec as KpiSpec;
      const asked = { from: from.trim(), to: to.trim() };
      const last = asked.from && asked.to ? asked : await lastPeriods(spec);
      return previewKpi({ kpi: spec, name, from: asked.from || last.from, to: asked.to || last.to });
    },
  });
  return { from, to, setFrom, setTo, run: () => mutate(), running: isPending, data, error };
}
