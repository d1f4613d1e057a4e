import { fakeBackend } from '../testing/backend';
import { applyResources, listAll, planResources, saveResource } from './resources';
import { type Resource } from './types';

const resource: Resource = {
  apiVersion: 'scorecard/v1',
  kind: 'Strategy',
  metadata: { name: 'growth', version: 4, updatedBy: 'admin', labels: { team: 'a' } },
  spec: { title: 'Growth' },
  status: { gaps: [] },
};

const written = {
  apiVersion: 'scorecard/v1',
  kind: 'Strategy',
  metadata: { name: 'growth', labels: { team: 'a' } },
  spec: { title: 'Growth' },
};

it('reads all pages of a list', async () => {
  const received = fakeBackend({
    'GET strategies': ({ params }: { params: Record<string, unknown> }) =>
      params.cursor ? { items: [{ n: 2 }], next: null } : { items: [{ n: 1 }], next: 'more' },
  });
  expect(await listAll('Strategy')).toEqual([{ n: 1 }, { n: 2 }]);
  expect(received.map(({ params }) => params.cursor)).toEqual([undefined, 'more']);
});

it('creates what has no version and replaces the version that a change is based on', async () => {
  const received = fakeBackend({ 'POST strategies': resource, 'PUT strategies/growth': resource });
  await saveResource(resource, undefined);
  await saveResource(resource, 4);
  expect(received.map(({ body }) => body)).toEqual([written, written]);
  expect(received.map(({ headers }) => headers['If-Match'])).toEqual([undefined, '"4"']);
});

it('plans without writing, and applies YAML as it was typed', async () => {
  const received = fakeBackend({ 'POST apply': {} });
  await planResources([resource]);
  await applyResources('kind: Strategy');
  expect(received[0]).toMatchObject({ params: { dryRun: true }, body: [written] });
  expect(received[1]).toMatchObject({ params: {}, body: 'kind: Strategy' });
  expect(received[1].headers['Content-Type']).toBe('application/yaml');
});
