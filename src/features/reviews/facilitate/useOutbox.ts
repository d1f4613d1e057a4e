import { config } from '@grafana/runtime';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ApiError } from '../../../api/errors';
import { keys } from '../../../api/keys';
import { type ReviewEvent, sendEvents } from '../../../api/meetings';
import { pluralOf } from '../../../contract';
import { Outbox, type OutboxState, refusedEvents, retryDelay } from './outbox';

/** Events of one request, at most. */
const BATCH = 200;

export interface OutboxHandle extends OutboxState {
  /** Why nothing is sent at present: the connection, or the server's refusal of the whole request. */
  error?: ApiError;
  /** Logs something that happened now; it is kept until the server has it. */
  log: (event: Omit<ReviewEvent, 'id' | 'at'>) => void;
  /** Gives up an event that the server refuses. */
  discard: (id: string) => void;
}

/**
 * Sends what happens in a meeting, in the order of time. What can't be sent waits in the browser and is tried again, soon at
 * first, then every half minute, and at once when the connection is back.
 */
export function useOutbox(review: string): OutboxHandle {
  const outbox = useMemo(() => new Outbox(config.bootData.user.orgId, review), [review]);
  const [state, setState] = useState<OutboxState>(() => outbox.read());
  const [error, setError] = useState<ApiError>();
  const client = useQueryClient();
  const sending = useRef(false);
  const failures = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const send = useCallback(async () => {
    clearTimeout(timer.current);
    const events = outbox.read().waiting.slice(0, BATCH);
    if (sending.current || events.length === 0) {
      return;
    }
    sending.current = true;
    let wait = 0;
    try {
      const saved = await sendEvents(review, events);
      client.setQueryData(keys.resource(pluralOf('Review'), review), saved);
      await client.invalidateQueries({ queryKey: keys.review('log', review) });
      outbox.acknowledge(events.map(({ id }) => id));
      failures.current = 0;
      setError(undefined);
    } catch (thrown) {
      wait = settle(outbox, events, thrown as ApiError, ++failures.current);
      setError(wait === 0 ? undefined : (thrown as ApiError));
    } finally {
      sending.current = false;
      setState(outbox.read());
    }
    timer.current = setTimeout(send, wait);
  }, [client, outbox, review]);

  useEffect(() => {
    const soon = () => {
      failures.current = 0;
      void send();
    };
    soon();
    const look = () => setState(outbox.read());
    window.addEventListener('online', soon);
    window.addEventListener('storage', look);
    return () => {
      clearTimeout(timer.current);
      window.removeEventListener('online', soon);
      window.removeEventListener('storage', look);
    };
  }, [outbox, send]);

  const log = useCallback(
    (event: Omit<ReviewEvent, 'id' | 'at'>) => {
      outbox.add({ ...event, id: crypto.randomUUID(), at: new Date().toISOString() } as ReviewEvent);
      setState(outbox.read());
      void send();
    },
    [outbox, send]
  );
  const discard = (id: string) => {
    outbox.discard(id);
    setState(outbox.read());
  };
  return { ...state, error, log, discard };
}

/**
 * What becomes of events after a failure: those that the server names as wrong are put aside and the others sent at once;
 * otherwise all wait. Gives the milliseconds until the next attempt.
 */
function settle(outbox: Outbox, events: ReviewEvent[], error: ApiError, failures: number): number {
  const refused = error.status === 422 ? refusedEvents(error.errors) : new Map<number, string>();
  refused.forEach((message, index) => outbox.refuse(events[index], message));
  return refused.size > 0 ? 0 : retryDelay(failures);
}
