import { type APIRequestContext } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { LivelyScorecard } from './support/livelyScorecard';

interface Frame {
  schema: { fields: Array<{ name: string; type: string }> };
  data: { values: unknown[][] };
}

const datasource = { uid: 'bsc-scorecard', type: 'bsc-scorecard-datasource' };

/** Asks the data source about the last 100 days, as a dashboard or an alert rule does. */
async function ask(request: APIRequestContext, query: object): Promise<Frame> {
  const now = Date.now();
  const response = await request.post('/api/ds/query', {
    data: {
      from: String(now - 100 * 86_400_000),
      to: String(now),
      queries: [{ refId: 'A', datasource, intervalMs: 3_600_000, maxDataPoints: 500, ...query }],
    },
  });
  expect(response.status(), await response.text()).toBe(200);
  const { results } = (await response.json()) as { results: { A: { frames: Frame[] } } };
  return results.A.frames[0];
}

const column = ({ schema, data }: Frame, name: string) => data.values[schema.fields.findIndex((f) => f.name === name)];

test('reviews, decisions and the register are there for dashboards and alert rules', async ({ page }) => {
  const made = new LivelyScorecard(page.request, `office-${Date.now().toString(36)}`);
  await made.make(new Date());
  await made.decide(new Date());
  const { name } = made;

  await test.step('reviews as annotations, and those to come', async () => {
    const past = await ask(page.request, { queryType: 'reviews', scorecard: name });
    expect(past.schema.fields.slice(0, 5).map((field) => field.name)).toEqual([
      'time',
      'timeEnd',
      'title',
      'text',
      'tags',
    ]);
    expect(column(past, 'title')).toEqual([`Board review ${name}`]);
    expect(column(past, 'tags')[0]).toMatch(/^review,strategic,/);
    expect(column(past, 'committeeTitle')).toEqual(['Board of the mill']);
    const next = await ask(page.request, { queryType: 'reviews', scorecard: name, show: 'next' });
    expect(column(next, 'state')).toEqual([expect.stringMatching(/^(planned|made)$/)]);
  });

  await test.step('decisions as annotations, of a scorecard or a KPI', async () => {
    for (const restriction of [{ scorecard: name }, { kpi: `${name}-kpi-1` }]) {
      const decided = await ask(page.request, { queryType: 'decisions', ...restriction });
      expect(column(decided, 'title')).toEqual([`Slow the mill ${name}`]);
      expect(column(decided, 'text')[0]).toContain('Chosen: Slow it');
    }
  });

  await test.step('the register as rows, and as one number for an alert rule', async () => {
    const rows = await ask(page.request, { queryType: 'register', owner: name });
    expect(column(rows, 'title')).toContain(`Oil the mill ${name}`);
    expect(column(rows, 'overdue')).toContain(true);
    const overdue = await ask(page.request, { queryType: 'register', owner: name, field: 'overdue' });
    expect(overdue.schema.fields.map(({ type }) => type)).toEqual(['time', 'number']);
    expect(column(overdue, 'overdue')).toEqual([1]);
  });
});
