import { type BackendSrv, type BackendSrvRequest, setBackendSrv } from '@grafana/runtime';
import { of, throwError } from 'rxjs';
import { API_BASE } from '../api/client';

/** A request as the fake server sees it. */
export interface Received {
  method: string;
  /** Relative to the API's base. */
  path: string;
  params: Record<string, unknown>;
  body: unknown;
  headers: Record<string, string>;
}

/** Answers a request with a body, or with a problem that carries a status of its own. */
type Answer = (request: Received) => unknown;

/** A refusal: what the server sends as application/problem+json. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly problem: object = {}
  ) {}
}

/**
 * Stands in for Grafana's backend service. Routes are `METHOD path`; what has no route is 404. Gives the requests received,
 * oldest first.
 */
export function fakeBackend(routes: Record<string, Answer | object>): Received[] {
  const received: Received[] = [];
  const fetch = ({ method = 'GET', url, params = {}, data, headers = {} }: BackendSrvRequest) => {
    const path = url.replace(`${API_BASE}/`, '');
    const request: Received = { method, path, params, body: data, headers };
    received.push(request);
    const route = routes[`${method} ${path}`] ?? new Refusal(404, { detail: `nothing at ${path}` });
    const answer = typeof route === 'function' ? (route as Answer)(request) : route;
    if (answer instanceof Refusal) {
      const { status, problem } = answer;
      return throwError(() => ({ status, data: { type: 'about:blank', title: 'Refused', status, ...problem } }));
    }
    return of({ data: structuredClone(answer), status: 200, ok: true });
  };
  setBackendSrv({ fetch } as unknown as BackendSrv);
  return received;
}
