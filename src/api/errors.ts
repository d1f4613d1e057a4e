import { type z } from 'zod';
import { problem, type problemItem } from '../contract';

export type Problem = z.infer<typeof problem>;
export type ProblemItem = z.infer<typeof problemItem>;

/** A call that the server refused or that never reached it (`status` 0). `problem` is what the server said. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(body: Problem) {
    super(body.detail || body.title);
    this.name = 'ApiError';
    this.status = body.status;
    this.problem = body;
  }

  /** Everything that is wrong with the document that was sent; empty when the refusal isn't about its content. */
  get errors(): ProblemItem[] {
    return this.problem.errors ?? [];
  }
}

/** Turns whatever getBackendSrv rejects with into an ApiError. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) {
    return thrown;
  }
  const { status, statusText, data, message } = (thrown ?? {}) as {
    status?: number;
    statusText?: string;
    data?: unknown;
    message?: string;
  };
  const parsed = problem.safeParse(data);
  if (parsed.success) {
    return new ApiError(parsed.data);
  }
  const said = (data as { message?: string } | undefined)?.message ?? message;
  return new ApiError({
    type: 'about:blank',
    title: statusText || said || 'Request failed',
    status: Math.max(status ?? 0, 0),
    detail: said,
  });
}
