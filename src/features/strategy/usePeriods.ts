import { useMemo } from 'react';
import { useView, type ViewParams } from '../../api/measurement';
import { type View } from '../../api/types';

/** How many periods the slider of a map spans. */
const PERIODS = 12;

/**
 * The last periods up to the present one, oldest first; up to the shown one where it is older or of another frequency. Empty
 * until known.
 */
export function usePeriods(
  scorecard: string | undefined,
  shown: string | undefined,
  params: Pick<ViewParams, 'unit' | 'asOf' | 'now'>
): string[] {
  const { data: latest } = useView(scorecard ?? '', { ...params, sparkline: PERIODS }, Boolean(scorecard));
  const recent = useMemo(() => periodsOf(latest), [latest]);
  const isRecent = shown === undefined || recent.includes(shown);
  const { data: around } = useView(
    scorecard ?? '',
    { ...params, period: shown, sparkline: PERIODS },
    latest !== undefined && !isRecent
  );
  return useMemo(() => (isRecent ? recent : periodsOf(around)), [isRecent, recent, around]);
}

function periodsOf(view: View | undefined): string[] {
  return view?.node.sparkline?.map(({ period }) => period) ?? [];
}
