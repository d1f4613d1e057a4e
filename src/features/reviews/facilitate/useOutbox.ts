import { config } from '@grafana/runtime';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { v4 as uuid } from 'uuid';
import { type ApiError } from '../../../api/errors';
import { keys } from '../../../api/keys';
import { type ReviewEvent, sendEvents } from '../../../api/meetings';
import { pluralOf } from '../../../contract';
import { Outbox, type OutboxState } from './outbox';
import { Sender } from './sender';

/** What happened, without the id and the time that it gets when it is logged. */
export type NewEvent = Omit<ReviewEvent, 'id' | 'at'>;

export interface OutboxHandle extends OutboxState {
  /** Why nothing is sent at present: the connection, or the server's refusal of the whole request. */
  error?: ApiError;
  /** Logs something that happened now; it is kept until the server has it. */
  log: (event: NewEvent) => void;
  /** Gives up an event that the server refuses. */
  discard: (id: string) => void;
}

/** Sends what happens in a meeting; what can't be sent waits in the browser, also over a reload. */
export function useOutbox(review: string): OutboxHandle {
  const client = useQueryClient();
  const outbox = useMemo(() => new Outbox(config.bootData.user.orgId, review), [review]);
  const [state, setState] = useState<OutboxState>(() => outbox.read());
  const [error, setError] = useState<ApiError>();

  const sender = useMemo(() => {
    const post = async (events: ReviewEvent[]) => {
      const saved = await sendEvents(review, events);
      client.setQueryData(keys.resource(pluralOf('Review'), review), saved);
      await client.invalidateQueries({ queryKey: keys.review('log', review) });
    };
    return new Sender(outbox, post, (failed) => {
      setError(failed);
      setState(outbox.read());
    });
  }, [client, outbox, review]);

  useEffect(() => {
    const retry = () => sender.retry();
    const look = () => setState(outbox.read());
    retry();
    window.addEventListener('online', retry);
    window.addEventListener('storage', look);
    return () => {
      sender.stop();
      window.removeEventListener('online', retry);
      window.removeEventListener('storage', look);
    };
  }, [outbox, sender]);

  const log = useCallback(
    (event: NewEvent) => {
      outbox.add({ ...event, id: uuid(), at: new Date().toISOString() } as ReviewEvent);
      setState(outbox.read());
      void sender.send();
    },
    [outbox, sender]
  );
  const discard = (id: string) => {
    outbox.discard(id);
    setState(outbox.read());
  };
  return { ...state, error, log, discard };
}
