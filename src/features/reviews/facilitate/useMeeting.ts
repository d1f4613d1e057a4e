import { useEffect, useMemo, useState } from 'react';
import { useResource } from '../../../api/resources';
import {
  type AgendaEntry,
  type LoggedEvent,
  type ReviewEvent,
  type ReviewResource,
  type ReviewStatus,
  useFacilitation,
  useReviewLog,
} from '../../../api/meetings';
import { type MeetingClock, readClock } from './clock';
import { type OutboxHandle, useOutbox } from './useOutbox';

/** An event on screen: logged by somebody, or not sent yet. */
export type ShownEvent = ReviewEvent & { actor?: string };

export interface Meeting {
  review: ReviewResource;
  status?: ReviewStatus;
  agenda: AgendaEntry[];
  /** What the server has and what waits here, each once. */
  events: ShownEvent[];
  clock: MeetingClock;
  outbox: OutboxHandle;
}

const SECOND = 1_000;

/** The present, told every second. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Everything about a meeting under way: what all note takers logged, this one's unsent events, and the running clock. */
export function useMeeting(name: string) {
  const review = useResource('Review', name);
  const log = useReviewLog(name, true);
  const facilitation = useFacilitation(name);
  const outbox = useOutbox(name);
  const now = useNow();

  const events = useMemo(() => merged(log.data?.items ?? [], outbox.waiting), [log.data, outbox.waiting]);
  const agenda = facilitation.data?.agenda ?? review.data?.spec.agenda;
  const clock = useMemo(() => readClock(agenda ?? [], events, now), [agenda, events, now]);

  const resource = review.data as ReviewResource | undefined;
  const meeting: Meeting | undefined = resource &&
    log.data && { review: resource, status: resource.status, agenda: agenda ?? [], events, clock, outbox };
  return {
    meeting,
    facilitation: facilitation.data,
    error: meeting ? null : (review.error ?? log.error),
    retry: () => {
      void review.refetch();
      void log.refetch();
    },
  };
}

function merged(logged: LoggedEvent[], waiting: ReviewEvent[]): ShownEvent[] {
  const known = new Set(logged.map(({ id }) => id));
  return [...logged, ...waiting.filter(({ id }) => !known.has(id))];
}
