import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { LAST_ENDED, periodQuery, useView } from '../../api/measurement';
import { type Frequency, type View } from '../../api/types';
import { frequencyOf } from '../../components/period';
import { compareWith } from './tree';
import { type UrlState } from './urlState';

/** Periods of history that every node carries: the shown one and the twelve before. */
const HISTORY = 13;

/**
 * The scored tree that a page shows, with its trends against the period that the page compares with. `calendar` is the
 * scorecard's, undefined until it is known.
 */
export function useScoredTree(scorecard: string, calendar: string | undefined, state: UrlState) {
  const { period, unit, asOf, now, compare } = state;
  const shown = useView(scorecard, { period: period ?? LAST_ENDED, unit, asOf, now, sparkline: HISTORY });
  const yearAgo = useYearEarlier(shown.data, calendar, compare === 'year');
  const other = useView(
    scorecard,
    { period: yearAgo, unit: shown.data?.unit, asOf, now },
    compare === 'year' && yearAgo !== undefined
  );

  const view = useMemo(() => {
    const compared = compare === 'year' && shown.data;
    return compared ? { ...compared, node: compareWith(compared.node, other.data?.node) } : shown.data;
  }, [shown.data, other.data, compare]);

  return { view, error: shown.data ? null : shown.error, refetch: shown.refetch, fetching: shown.isFetching };
}

/** Id of the same period a year earlier, by the middle of the shown one: fiscal years may begin on any day. */
function useYearEarlier(view: View | undefined, calendar: string | undefined, enabled: boolean): string | undefined {
  const { data } = useQuery({
    ...periodQuery({
      at: view && yearBefore(view.period),
      frequency: frequencyOf(view?.period.id ?? '') ?? ('month' satisfies Frequency),
      calendar: calendar ?? '',
    }),
    enabled: enabled && view !== undefined && calendar !== undefined,
  });
  return data?.id;
}

function yearBefore({ start, end }: View['period']): string {
  const middle = new Date((Date.parse(start) + Date.parse(end)) / 2);
  middle.setUTCFullYear(middle.getUTCFullYear() - 1);
  return middle.toISOString();
}
