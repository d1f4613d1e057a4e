import { type FetchResponse, getBackendSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import { PLUGIN_ID } from '../pluginId';
import { toApiError } from './errors';

/** Base of the plugin's HTTP API within Grafana. */
export const API_BASE = `/api/plugins/${PLUGIN_ID}/resources/v1`;

/** Query parameters; undefined ones are left out. */
export type Params = Record<string, string | number | boolean | undefined>;

/** What a call takes besides its path. */
export interface RequestOptions {
  params?: Params;
  /** Sent as JSON; a string is sent as it is, with `contentType`. */
  body?: unknown;
  contentType?: string;
  /** Version that the write is based on, without quotes. */
  ifMatch?: number;
  /** Kept in the history of what is changed. */
  reason?: string;
  /** The body as it came, such as YAML; JSON is read otherwise, and nothing from an empty body. */
  responseType?: 'text';
  signal?: AbortSignal;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * The one way to the server: every call of the app, its panels and its data source goes through here.
 * `path` is relative to the API's base. Rejects with an ApiError.
 */
export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const { params, body, contentType, ifMatch, reason, responseType, signal } = options;
  const headers: Record<string, string> = {};
  if (method !== 'GET') {
    headers['X-Change-Source'] = 'ui';
  }
  if (contentType) {
    headers['Content-Type'] = contentType;
  }
  if (ifMatch !== undefined) {
    headers['If-Match'] = `"${ifMatch}"`;
  }
  if (reason) {
    headers['X-Change-Reason'] = headerBytes(reason);
  }
  try {
    const response: FetchResponse<T> = await lastValueFrom(
      getBackendSrv().fetch<T>({
        url: `${API_BASE}/${path}`,
        method,
        params: defined(params),
        data: body,
        headers,
        responseType,
        abortSignal: signal,
        showErrorAlert: false,
        showSuccessAlert: false,
      })
    );
    return response.data;
  } catch (thrown) {
    throw toApiError(thrown);
  }
}

/** Headers carry bytes; this is the text's UTF-8, one character per byte, as fetch wants it. */
function headerBytes(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text.replace(/[\r\n]+/g, ' ')));
}

function defined(params: Params = {}): Params {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined && value !== ''));
}

/** A path of segments that came from outside, each encoded. */
export function pathOf(...segments: string[]): string {
  return segments.map(encodeURIComponent).join('/');
}
