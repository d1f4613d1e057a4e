import { type TimeRange } from '@grafana/data';
import { useEffect, useRef } from 'react';

/** Reads anew when the dashboard is refreshed: it hands out a new time range then, equal or not. */
export function useRefresh(timeRange: TimeRange, refetch: () => unknown): void {
  const last = useRef(timeRange);
  useEffect(() => {
    if (last.current !== timeRange) {
      last.current = timeRange;
      void refetch();
    }
  }, [timeRange, refetch]);
}
