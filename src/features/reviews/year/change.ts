import { type Occurrence } from '../../../api/cadence';
import { type Resource, type ResourceOf, type ReviewSpec } from '../../../api/types';
import { knownZone } from '../../../components/format';
import { API_VERSION } from '../../../contract';

/** The longest that a series' name may be within the name of its review; the rest is the day. */
const LONGEST_SERIES = 89;

/** Name of the review of an occurrence, as the schedule gives it: the series, and the day in the zone of its meetings. */
export function reviewName(series: string, start: string, timeZone: string): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: knownZone(timeZone), dateStyle: 'short' }).format(
    new Date(start)
  );
  return `${series.slice(0, LONGEST_SERIES)}-${day}`;
}

/**
 * The review of an occurrence after a change of it: of the one that was made, or of a new one. A start away from the rule's keeps
 * the occurrence that it stands for.
 */
export function changedReview(
  occurrence: Occurrence,
  made: ResourceOf<ReviewSpec> | undefined,
  timeZone: string,
  change: Partial<ReviewSpec>
): { resource: Resource; version: number | undefined } {
  const start = change.start ?? occurrence.start;
  const moved = start === occurrence.planned ? {} : { occurrence: made?.spec.occurrence ?? occurrence.planned };
  const spec = { ...made?.spec, series: occurrence.series, ...change, start, ...moved };
  return {
    resource: {
      apiVersion: API_VERSION,
      kind: 'Review',
      metadata: made
        ? { name: made.metadata.name, labels: made.metadata.labels }
        : { name: reviewName(occurrence.series, occurrence.start, timeZone) },
      spec: Object.fromEntries(Object.entries(spec).filter(([, value]) => value !== undefined)),
    },
    version: made?.metadata.version,
  };
}
