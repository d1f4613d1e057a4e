import { newKpi } from './newKpi';

it('starts empty, with the only calendar there is', () => {
  expect(newKpi(undefined, 'standard')).toEqual({
    metadata: { name: '' },
    spec: { title: '', frequency: 'month', calendar: 'standard' },
  });
});

it('starts from what a panel reads', () => {
  const dashboard = { title: 'Sales', url: '/d/sales' };
  const datasource = { uid: 'erp', type: 'postgres' };
  const query = { rawSql: 'select 1', format: 'table' };
  expect(newKpi({ title: 'Orders per day', datasource, query, dashboard })).toEqual({
    metadata: { name: 'orders-per-day' },
    spec: {
      title: 'Orders per day',
      frequency: 'month',
      dashboards: [dashboard],
      source: { type: 'query', datasource, query, extract: { mode: 'table' } },
    },
  });
  expect(newKpi({ query: { expr: 'up' } }).spec).toMatchObject({ source: { extract: { mode: 'series' } } });
});
