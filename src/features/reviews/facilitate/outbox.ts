import { type ProblemItem } from '../../../api/errors';
import { type ReviewEvent } from '../../../api/meetings';
import { problemText } from '../../../components/reasonText';

/** Why an event was refused; it stays until somebody discards it. */
export interface Refused {
  event: ReviewEvent;
  message: string;
}

export interface OutboxState {
  /** Not acknowledged by the server yet, in the order of time. */
  waiting: ReviewEvent[];
  refused: Refused[];
}

/**
 * Events of one review that the server hasn't acknowledged, kept in the browser so that neither a lost connection nor a closed
 * tab loses any. Every event has an entry of its own: tabs don't overwrite each other, and what two tabs send counts once.
 */
export class Outbox {
  private readonly waiting: string;
  private readonly refused: string;

  constructor(
    org: number,
    review: string,
    private readonly storage: Storage = window.localStorage
  ) {
    const prefix = `bsc-scorecard.review.${org}.${review}`;
    this.waiting = `${prefix}.waiting.`;
    this.refused = `${prefix}.refused.`;
  }

  add(event: ReviewEvent): void {
    this.storage.setItem(this.waiting + event.id, JSON.stringify(event));
  }

  /** The server has these events. */
  acknowledge(ids: string[]): void {
    ids.forEach((id) => this.storage.removeItem(this.waiting + id));
  }

  /** The server won't have this event as it is. */
  refuse(event: ReviewEvent, message: string): void {
    this.storage.setItem(this.refused + event.id, JSON.stringify({ event, message }));
    this.storage.removeItem(this.waiting + event.id);
  }

  discard(id: string): void {
    this.storage.removeItem(this.refused + id);
  }

  read(): OutboxState {
    return {
      waiting: this.entries<ReviewEvent>(this.waiting).sort((a, b) => a.at.localeCompare(b.at)),
      refused: this.entries<Refused>(this.refused),
    };
  }

  private entries<T>(prefix: string): T[] {
    const keys = Array.from({ length: this.storage.length }, (_, i) => this.storage.key(i) ?? '');
    return keys.filter((key) => key.startsWith(prefix)).map((key) => JSON.parse(this.storage.getItem(key) ?? '') as T);
  }
}

/** How long to wait after so many failures in a row: 1, 2, 4 … at most 30 seconds. */
export function retryDelay(failures: number): number {
  return Math.min(30_000, 1_000 * 2 ** Math.max(0, failures - 1));
}

/** Indexes of events that a refusal names, with what is wrong with each; paths are those of the request. */
export function refusedEvents(errors: ProblemItem[]): Map<number, string> {
  const messages = new Map<number, string>();
  for (const problem of errors) {
    const index = /^\/events\/(\d+)(\/|$)/.exec(problem.path)?.[1];
    if (index !== undefined) {
      const before = messages.get(Number(index));
      const message = problemText(problem);
      messages.set(Number(index), before ? `${before}; ${message}` : message);
    }
  }
  return messages;
}
