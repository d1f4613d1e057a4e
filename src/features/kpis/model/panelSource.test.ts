import { newKpiUrl, type PanelSource } from './panelSource';
import { readPanelSource } from './readPanelSource';

const panel: PanelSource = {
  title: 'Orders & returns, 100 %',
  datasource: { uid: 'northwind', type: 'grafana-postgresql-datasource' },
  query: { rawSql: "select '?&#' as x", format: 'table' },
  dashboard: { title: 'Sales', url: '/d/sales?orgId=1' },
};

const search = (url: string) => new URL(url, 'http://grafana').searchParams;

it('hands a panel over in the address of the form', () => {
  const url = newKpiUrl(panel);
  expect(new URL(url, 'http://grafana').pathname).toBe('/a/bsc-scorecard-app/kpis/new');
  expect(readPanelSource(search(url))).toEqual(panel);
});

it.each([
  ['no panel', ''],
  ['an address that was cut', '?panel=%7B%22title%22'],
  ['what no panel looks like', `?panel=${encodeURIComponent('{"datasource":"northwind"}')}`],
])('reads nothing from %s', (_, query) => {
  expect(readPanelSource(new URLSearchParams(query))).toBeUndefined();
});
