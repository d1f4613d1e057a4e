import { type DatasetSpec, type KpiSpec, type ObjectiveSpec, type ResourceOf } from '../../../api/types';
import { catalogueOf, choicesOf, filterCatalogue, type Kpi, pageOf, readFilter, writeFilter } from './catalogue';

function kpi(name: string, spec: Partial<KpiSpec>, gaps: string[] = []): Kpi {
  return {
    apiVersion: 'scorecard/v1',
    kind: 'Kpi',
    metadata: { name },
    spec: { title: name, calendar: 'standard', frequency: 'month', ...spec },
    status: { gaps },
  };
}

const kpis = [
  kpi('revenue', {
    title: 'Revenue',
    owner: 'cfo',
    steward: 'controller',
    source: { type: 'query', dataset: 'sales', extract: { mode: 'table' } },
  }),
  kpi('margin', { title: 'Margin', owner: 'cfo', source: { type: 'calculated', formula: 'profit / revenue' } }, [
    'steward',
  ]),
  kpi('mood', { title: 'Mood', source: { type: 'manual', system: 'hris' } }, ['owner', 'steward']),
  kpi('idea', { title: 'An idea' }, ['owner', 'steward', 'driver', 'source', 'invented']),
];
const datasets = [{ metadata: { name: 'sales' }, spec: { system: 'erp' } } as ResourceOf<DatasetSpec>];
const objectives = [
  { metadata: { name: 'grow' }, spec: { perspective: 'financial', kpis: [{ kpi: 'revenue' }, { kpi: 'margin' }] } },
  { metadata: { name: 'sell' }, spec: { perspective: 'customer', kpis: [{ kpi: 'revenue' }] } },
] as Array<ResourceOf<ObjectiveSpec>>;

const entries = catalogueOf(kpis, datasets, objectives);
const shown = (query: string) =>
  filterCatalogue(entries, readFilter(new URLSearchParams(query))).map(({ kpi: { metadata } }) => metadata.name);

it('joins KPIs with the system of their dataset and the perspectives that use them, by title', () => {
  expect(
    entries.map(({ kpi: { metadata }, system, perspectives, source }) => [metadata.name, system, perspectives, source])
  ).toEqual([
    ['idea', undefined, [], 'none'],
    ['margin', undefined, ['financial'], 'calculated'],
    ['mood', 'hris', [], 'manual'],
    ['revenue', 'erp', ['financial', 'customer'], 'query'],
  ]);
});

it.each([
  ['', ['idea', 'margin', 'mood', 'revenue']],
  ['q=reVENue', ['revenue']],
  ['q=cfo+marg', ['margin']],
  ['perspective=customer', ['revenue']],
  ['owner=cfo', ['margin', 'revenue']],
  ['steward=controller', ['revenue']],
  ['source=manual', ['mood']],
  ['source=none', ['idea']],
  ['source=unheard-of', ['idea', 'margin', 'mood', 'revenue']],
  ['system=erp', ['revenue']],
  ['gap=any', ['idea', 'margin', 'mood']],
  ['gap=owner', ['idea', 'mood']],
  ['owner=cfo&gap=steward', ['margin']],
])('shows for ?%s', (query, names) => {
  expect(shown(query)).toEqual(names);
});

it('writes a filter as it was read, without what is as usual', () => {
  const query = { q: 'rev', perspective: 'financial', owner: 'cfo', gap: 'any', page: '3' };
  expect(writeFilter(readFilter(new URLSearchParams(query)))).toEqual(query);
  expect(writeFilter(readFilter(new URLSearchParams('page=1')))).toEqual({});
  expect(readFilter(new URLSearchParams('page=minus')).page).toBe(1);
});

it('cuts the list into pages and takes the last one for a page beyond it', () => {
  const many = catalogueOf(
    Array.from({ length: 101 }, (_, index) => kpi(`kpi-${index}`, {})),
    [],
    []
  );
  expect(pageOf(many, 1)).toMatchObject({ page: 1, pages: 3 });
  expect(pageOf(many, 9)).toMatchObject({ page: 3, pages: 3, entries: [{}] });
  expect(pageOf([], 1)).toEqual({ entries: [], page: 1, pages: 1 });
});

it('offers each value once', () => {
  expect(choicesOf(entries, ({ kpi: { spec } }) => [spec.owner])).toEqual(['cfo']);
});
