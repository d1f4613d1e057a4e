import { type APIRequestContext } from '@playwright/test';
import { expect, test } from './support/fixtures';

interface Frame {
  schema: { fields: Array<{ name: string; type: string }> };
  data: { values: unknown[][] };
}

const datasource = { uid: 'bsc-scorecard', type: 'bsc-scorecard-datasource' };

/** Asks the scores as a dashboard does, from December 2025 to the end of May 2026. */
async function ask(request: APIRequestContext, query: object): Promise<Frame[]> {
  const response = await request.post('/api/ds/query', {
    data: {
      from: String(Date.parse('2025-12-01T12:00:00Z')),
      to: String(Date.parse('2026-05-31T12:00:00Z')),
      queries: [{ refId: 'A', datasource, intervalMs: 3_600_000, maxDataPoints: 500, ...query }],
    },
  });
  expect(response.status(), await response.text()).toBe(200);
  const { results } = (await response.json()) as { results: { A: { frames: Frame[] } } };
  return results.A.frames;
}

const column = ({ schema, data }: Frame, name: string) => data.values[schema.fields.findIndex((f) => f.name === name)];

test('gives a scorecard over time', async ({ page }) => {
  const [frame] = await ask(page.request, { queryType: 'series', scorecard: 'corporate' });
  expect(column(frame, 'score')).toHaveLength(6);
  for (const score of column(frame, 'score')) {
    expect(score).toBeGreaterThan(0);
    expect(score).toBeLessThanOrEqual(100);
  }
  for (const status of column(frame, 'status')) {
    expect(status).toMatch(/^(red|amber|green)$/);
  }
});

test('gives a KPI with value and target', async ({ page }) => {
  const [frame] = await ask(page.request, { queryType: 'series', kpi: 'revenue', unit: 'north' });
  expect(column(frame, 'value').every((value) => Number(value) > 0)).toBe(true);
  expect(column(frame, 'target')).toHaveLength(6);
});

test('gives one number for an alert rule', async ({ page }) => {
  const [frame] = await ask(page.request, { queryType: 'series', scorecard: 'corporate', field: 'score' });
  expect(frame.schema.fields.map(({ type }) => type)).toEqual(['time', 'number']);
});

test('gives the nodes of a scorecard as a table', async ({ page }) => {
  const [frame] = await ask(page.request, { queryType: 'table', scorecard: 'corporate' });
  const titles = column(frame, 'title');
  expect(titles).toContain('Financial');
  expect(titles).toContain('Revenue');
  expect(column(frame, 'status')[titles.indexOf('Financial')]).toMatch(/^(red|amber|green)$/);
});
