import { dateTime, type TimeRange } from '@grafana/data';
import { useQuery } from '@tanstack/react-query';
import { periodQuery } from '../../api/measurement';
import { useResource } from '../../api/resources';
import { type ResourceOf, type ScorecardSpec } from '../../api/types';
import { type PlaceOptions } from './options';

/** What a panel shows, as far as it is known. */
export interface PanelPlace {
  /** The chosen scorecard; undefined while it is being read. */
  scorecard?: ResourceOf<ScorecardSpec>;
  /** Where and when to look; undefined while the period isn't known yet. */
  place?: { unit?: string; period?: string };
  error: Error | null;
}

/** Where and when a panel looks, by its options and the dashboard's time range. */
export function usePlace({ scorecard: name, unit, periodMode, period }: PlaceOptions, { to }: TimeRange): PanelPlace {
  const scorecard = useResource('Scorecard', name);
  const spec = scorecard.data?.spec;
  const byRange = periodMode === 'range';
  const found = useQuery({
    ...periodQuery({
      // To the minute, so that a range that ends now asks once a minute.
      at: dateTime(to).startOf('minute').toISOString(),
      frequency: spec?.frequency ?? 'month',
      calendar: spec?.calendar ?? '',
    }),
    enabled: byRange && spec !== undefined,
  });
  const shown = byRange ? found.data?.id : (periodMode === 'fixed' && period.trim()) || undefined;
  return {
    scorecard: scorecard.data,
    place: byRange && !shown ? undefined : { unit: unit || undefined, period: shown },
    error: scorecard.error ?? found.error,
  };
}
