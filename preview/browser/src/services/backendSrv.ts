/** Requests to the server, as plugins make them through getBackendSrv(). */
import { AppEvents } from '@grafana/data';
import {
  type BackendSrv,
  type BackendSrvRequest,
  type FetchError,
  type FetchResponse,
  getAppEvents,
} from '@grafana/runtime';
import { from, lastValueFrom, type Observable, throwError } from 'rxjs';

/** How long whoever made a request has to say that they show its failure themselves. */
const handledWithinMs = 50;

const inFlight = new Map<string, AbortController>();

export const backendSrv: BackendSrv = {
  get: (url, params, requestId, options) => request({ ...options, method: 'GET', url, params, requestId }),
  delete: (url, data, options) => request({ ...options, method: 'DELETE', url, data }),
  post: (url, data, options) => request({ ...options, method: 'POST', url, data }),
  patch: (url, data, options) => request({ ...options, method: 'PATCH', url, data }),
  put: (url, data, options) => request({ ...options, method: 'PUT', url, data }),
  request,
  datasourceRequest: <T>(options: BackendSrvRequest) => lastValueFrom(fetchOnce<T>(options)),
  fetch: <T>(options: BackendSrvRequest) => fetchOnce<T>(options),
  chunked: () => throwError(() => new Error('Streamed responses are not part of the preview')),
};

async function request<T>(options: BackendSrvRequest): Promise<T> {
  const response = await lastValueFrom(fetchOnce<T>(options));
  const message = (response.data as { message?: unknown } | undefined)?.message;
  if (options.method !== 'GET' && options.showSuccessAlert !== false && typeof message === 'string') {
    getAppEvents().publish({ type: AppEvents.alertSuccess.name, payload: [message] });
  }
  return response.data;
}

function fetchOnce<T>(options: BackendSrvRequest): Observable<FetchResponse<T>> {
  return from(send<T>(options));
}

async function send<T>(options: BackendSrvRequest): Promise<FetchResponse<T>> {
  const controller = new AbortController();
  if (options.requestId) {
    inFlight.get(options.requestId)?.abort();
    inFlight.set(options.requestId, controller);
  }
  options.abortSignal?.addEventListener('abort', () => controller.abort());
  let response: Response;
  try {
    response = await fetch(address(options), {
      method: options.method ?? 'GET',
      headers: headers(options),
      body: body(options.data),
      signal: controller.signal,
      credentials: options.credentials ?? 'same-origin',
    });
  } catch (error) {
    throw failure(options, { status: -1, statusText: (error as Error).message, cancelled: controller.signal.aborted });
  } finally {
    if (options.requestId && inFlight.get(options.requestId) === controller) {
      inFlight.delete(options.requestId);
    }
  }
  const data = (await read(response, options.responseType)) as T;
  if (!response.ok) {
    throw failure(options, { status: response.status, statusText: response.statusText, data });
  }
  const { status, statusText, ok, headers: received, redirected, type, url } = response;
  return { data, status, statusText, ok, headers: received, redirected, type, url, config: options };
}

function address({ url, params }: BackendSrvRequest): string {
  const absolute = /^https?:/.test(url) || url.startsWith('/') ? url : `/${url}`;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params ?? {})) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null) {
        query.append(name, String(each));
      }
    }
  }
  const text = query.toString();
  return text ? `${absolute}${absolute.includes('?') ? '&' : '?'}${text}` : absolute;
}

const isPlain = (data: unknown) =>
  !(data instanceof FormData || data instanceof Blob || data instanceof ArrayBuffer || typeof data === 'string');

function headers({ data, headers: given }: BackendSrvRequest): Record<string, string> {
  const type: Record<string, string> =
    data !== undefined && data !== null && isPlain(data) ? { 'Content-Type': 'application/json' } : {};
  return { Accept: 'application/json, text/plain, */*', ...type, ...given };
}

function body(data: unknown): BodyInit | undefined {
  if (data === undefined || data === null) {
    return undefined;
  }
  return isPlain(data) ? JSON.stringify(data) : (data as BodyInit);
}

async function read(response: Response, type: BackendSrvRequest['responseType']): Promise<unknown> {
  if (response.ok && type === 'blob') {
    return response.blob();
  }
  if (response.ok && type === 'arraybuffer') {
    return response.arrayBuffer();
  }
  const text = await response.text();
  if (response.ok && type === 'text') {
    return text;
  }
  try {
    return text ? JSON.parse(text) : {};
  } catch {
    return text;
  }
}

/** The error to reject with; it is also shown, unless the request or its maker says otherwise. */
function failure(options: BackendSrvRequest, given: Partial<FetchError>): FetchError {
  const error: FetchError = { status: -1, data: { message: given.statusText }, config: options, ...given };
  if (options.showErrorAlert !== false && !error.cancelled) {
    setTimeout(() => {
      if (!error.isHandled) {
        const message = error.data?.message ?? error.data?.detail ?? error.statusText ?? 'Request failed';
        getAppEvents().publish({ type: AppEvents.alertError.name, payload: [String(message)] });
      }
    }, handledWithinMs);
  }
  return error;
}
