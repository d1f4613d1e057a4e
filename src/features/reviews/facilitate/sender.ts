import { type ApiError } from '../../../api/errors';
import { type ReviewEvent } from '../../../api/meetings';
import { type Outbox, refusedEvents, retryDelay } from './outbox';

/** Events of one request, at most. */
const BATCH = 200;

/**
 * Empties an outbox in the order of time, one request at a time. After a failure it tries again, soon at first, then every half
 * minute. Events that the server names as wrong are put aside, so that they don't hold up the others.
 */
export class Sender {
  private sending = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly outbox: Outbox,
    private readonly post: (events: ReviewEvent[]) => Promise<void>,
    /** Called after each attempt, with why it failed. */
    private readonly settled: (error: ApiError | undefined) => void
  ) {}

  /** Sends at once whatever waits. */
  async send(): Promise<void> {
    clearTimeout(this.timer);
    const events = this.outbox.read().waiting.slice(0, BATCH);
    if (this.sending || events.length === 0) {
      return;
    }
    this.sending = true;
    let failed: ApiError | undefined;
    let wait = 0;
    try {
      await this.post(events);
      this.outbox.acknowledge(events.map(({ id }) => id));
      this.failures = 0;
    } catch (thrown) {
      const error = thrown as ApiError;
      const refused = error.status === 422 ? refusedEvents(error.errors) : new Map<number, string>();
      refused.forEach((message, index) => this.outbox.refuse(events[index], message));
      if (refused.size === 0) {
        failed = error;
        wait = retryDelay(++this.failures);
      }
    }
    this.sending = false;
    this.settled(failed);
    this.timer = setTimeout(() => void this.send(), wait);
  }

  /** Sends at once, as after a connection came back. */
  retry(): void {
    this.failures = 0;
    void this.send();
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
