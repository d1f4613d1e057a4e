import { type BackendSrv, type BackendSrvRequest, setBackendSrv } from '@grafana/runtime';
import { of } from 'rxjs';
import { fakeBackend, Refusal } from '../testing/backend';
import { pathOf, request } from './client';
import { type ApiError, toApiError } from './errors';

it('sends reads bare, without empty parameters', async () => {
  const received = fakeBackend({ 'GET kpis/revenue/series': { points: [] } });
  await request('GET', pathOf('kpis', 'revenue', 'series'), { params: { unit: 'europe', from: undefined, to: '' } });
  expect(received).toEqual([
    { method: 'GET', path: 'kpis/revenue/series', params: { unit: 'europe' }, body: undefined, headers: {} },
  ]);
});

it('marks writes as ours and says what they are based on and why, in bytes that a header can carry', async () => {
  const received = fakeBackend({ 'PUT kpis/revenue': {} });
  await request('PUT', 'kpis/revenue', { body: {}, ifMatch: 3, reason: 'größer\nals' });
  expect(received[0].headers).toEqual({
    'X-Change-Source': 'ui',
    'If-Match': '"3"',
    'X-Change-Reason': 'gr\u00c3\u00b6\u00c3\u009fer als',
  });
});

it('rejects with the problem that the server told', async () => {
  const errors = [{ path: '/spec/title', message: 'is needed' }];
  fakeBackend({ 'POST kpis': new Refusal(422, { detail: 'one problem', errors }) });
  const error: ApiError = await request<never>('POST', 'kpis', { body: {} }).catch((thrown) => thrown);
  expect(error.status).toBe(422);
  expect(error.message).toBe('one problem');
  expect(error.errors).toEqual(errors);
});

it.each([
  ['no answer', new TypeError('Failed to fetch'), 0, 'Failed to fetch'],
  ['no answer, told as a status', { status: -1, statusText: 'Failed to fetch' }, 0, 'Failed to fetch'],
  ['an answer of Grafana itself', { status: 403, data: { message: 'no access' } }, 403, 'no access'],
  ['an answer without a body', { status: 502, statusText: 'Bad Gateway' }, 502, 'Bad Gateway'],
])('makes an ApiError of %s', (_, thrown, status, message) => {
  expect(toApiError(thrown)).toMatchObject({ status, message });
});

it('lets an answer be empty, which Grafana refuses where JSON is demanded', async () => {
  const fetch = jest.fn((_: BackendSrvRequest) => of({ data: '' }));
  setBackendSrv({ fetch } as unknown as BackendSrv);
  await request('DELETE', 'kpis/revenue', { ifMatch: 3 });
  expect(fetch.mock.calls[0][0].responseType).toBeUndefined();
});

it('encodes names that come from outside', () => {
  expect(pathOf('kpis', 'a/b?c')).toBe('kpis/a%2Fb%3Fc');
});
