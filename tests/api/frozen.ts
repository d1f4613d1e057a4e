import { type APIRequestContext, expect } from '@playwright/test';
import { BASE } from './contract';

/** What the calls about frozen reports, batches and calendar feeds need to be asked about. */
export interface Frozen {
  review: string;
  section: string;
  batch: string;
  token: string;
}

/** Each worker has its own. */
const worker = process.env.TEST_WORKER_INDEX ?? '0';
const series = `conformance-series-${worker}`;
const review = `conformance-review-${worker}`;

/** Freezes a report of the organisation's first scorecard, begins a batch of it, and makes a calendar feed. */
export async function freeze(request: APIRequestContext): Promise<Frozen> {
  const call = async (method: string, path: string, data?: unknown) => {
    const response = await request.fetch(`${BASE}${path}`, { method, data, failOnStatusCode: false });
    expect(response.status(), `${method} ${path}: ${await response.text()}`).toBeLessThan(300);
    return (await response.json()) as Record<string, never>;
  };
  const { items } = (await call('GET', '/scorecards?limit=1')) as unknown as {
    items: Array<{ metadata: { name: string } }>;
  };
  const document = (kind: string, name: string, spec: object) => ({
    apiVersion: 'scorecard/v1',
    kind,
    metadata: { name, archived: false },
    spec,
  });
  await call('POST', '/apply', [
    document('ReviewSeries', series, {
      title: 'Conformance',
      tier: 'operational',
      scorecards: [items[0].metadata.name],
      recurrence: { rrule: 'FREQ=YEARLY', start: '2026-02-02T09:00', timeZone: 'UTC', minutes: 30 },
    }),
    document('Review', review, { series, start: '2026-02-02T09:00:00Z' }),
  ]);
  const frozen = await request.get(`${BASE}/reviews/${review}/snapshot`, { failOnStatusCode: false });
  if (frozen.status() === 404) {
    await call('POST', `/reviews/${review}/freeze`, { premature: 'only to see how it is answered' });
  } // else by an earlier run on the same server: what is frozen stays
  const report = (await call('GET', `/reviews/${review}/report`)) as unknown as { sections: Array<{ name: string }> };
  const batch = (await call('POST', '/reportbatches', { review, formats: ['html'] })) as unknown as { id: string };
  const feed = (await call('POST', '/feedtokens', {})) as unknown as { token: string };
  const progress = async () => (await call('GET', `/reportbatches/${batch.id}`)) as unknown as { state: string };
  await expect.poll(async () => (await progress()).state, { timeout: 30_000 }).toBe('succeeded');
  return { review, section: report.sections[0].name, batch: batch.id, token: feed.token };
}

/** Archives what `freeze` wrote as documents: a review with a frozen report can't be deleted, nor can its series. */
export async function putAway(request: APIRequestContext): Promise<void> {
  for (const path of [`/reviews/${review}`, `/reviewseries/${series}`]) {
    const found = await request.get(`${BASE}${path}`, { failOnStatusCode: false });
    const headers = { 'if-match': found.headers().etag ?? '' };
    await request.patch(`${BASE}${path}`, { headers, data: { metadata: { archived: true } }, failOnStatusCode: false });
  }
}
