import { useCallback, useRef } from 'react';
import { v4 as uuid } from 'uuid';
import { sendEvents } from '../../../api/meetings';

/** How often at most it is told that somebody is writing: well within the pause that ends a session (15 minutes). */
const EVERY_MS = 60_000;

/** Tells, once a minute at most, that somebody works on a review's report; a report says how long it took. */
export function usePreparation(review: string): () => void {
  const last = useRef(0);
  return useCallback(() => {
    const now = Date.now();
    if (now - last.current < EVERY_MS) {
      return;
    }
    last.current = now;
    // A lost sign shortens a measured time by a minute, which is no reason to interrupt anybody.
    sendEvents(review, [{ id: uuid(), at: new Date(now).toISOString(), type: 'prepare' }]).catch(() => {});
  }, [review]);
}
