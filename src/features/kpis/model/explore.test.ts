import { exploreUrl } from './explore';

it('asks Explore for the rows of one period', () => {
  const url = exploreUrl({
    datasource: { uid: 'northwind', type: 'postgres' },
    query: { rawSql: "select 'ä&b'", format: 'table' },
    start: '1997-07-01T00:00:00Z',
    end: '1997-10-01T00:00:00Z',
  });
  const { pathname, searchParams } = new URL(url, 'http://grafana');
  expect(pathname).toBe('/explore');
  expect(searchParams.get('schemaVersion')).toBe('1');
  expect(JSON.parse(searchParams.get('panes') ?? '')).toEqual({
    kpi: {
      datasource: 'northwind',
      queries: [
        { refId: 'A', datasource: { uid: 'northwind', type: 'postgres' }, rawSql: "select 'ä&b'", format: 'table' },
      ],
      range: { from: '867715200000', to: '875663999999' },
    },
  });
});

it('keeps the data source that the query names itself', () => {
  const datasource = { uid: 'other', type: 'prometheus' };
  const url = exploreUrl({
    datasource: { uid: 'other' },
    query: { datasource, refId: 'B' },
    start: '2026-01-01',
    end: '2026-02-01',
  });
  const panes = JSON.parse(new URL(url, 'http://grafana').searchParams.get('panes') ?? '');
  expect(panes.kpi.queries).toEqual([{ refId: 'B', datasource }]);
});
