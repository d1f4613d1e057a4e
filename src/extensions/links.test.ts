import { type PluginExtensionPanelContext } from '@grafana/data';
import { config } from '@grafana/runtime';
import plugin from '../plugin.json';
import { addedLinks, panelSourceOf } from './links';

const target = {
  refId: 'A',
  key: 'Q-1',
  datasource: { uid: 'demo-erp', type: 'grafana-postgresql-datasource' },
  rawSql: 'select 1',
  format: 'table',
};

const panel = (change: object = {}) =>
  ({
    pluginId: 'timeseries',
    id: 3,
    title: 'Orders',
    dashboard: { uid: 'ops', title: 'Operations', tags: [] },
    targets: [target],
    ...change,
  }) as unknown as PluginExtensionPanelContext;

it('registers what plugin.json declares, without which Grafana ignores a link', () => {
  const declared = addedLinks.map(({ title, description, targets }) => ({ title, description, targets }));
  expect(plugin.extensions.addedLinks).toEqual(declared);
});

it('hands over the query as its data source’s editor wrote it', () => {
  expect(panelSourceOf(panel())).toEqual({
    title: 'Orders',
    datasource: { uid: 'demo-erp', type: 'grafana-postgresql-datasource' },
    query: { rawSql: 'select 1', format: 'table' },
    dashboard: { title: 'Operations', url: '/d/ops' },
  });
});

it('passes over hidden queries and expressions', () => {
  const targets = [
    { ...target, hide: true },
    { refId: 'B', datasource: { uid: '__expr__' } },
    { ...target, refId: 'C', rawSql: 'select 2' },
  ];
  expect(panelSourceOf(panel({ targets }))?.query).toEqual({ rawSql: 'select 2', format: 'table' });
});

it.each([
  ['without queries', []],
  ['with expressions only', [{ refId: 'A', datasource: { uid: '__expr__' } }]],
  ['of scores', [{ refId: 'A', datasource: { uid: 'scores', type: 'bsc-scorecard-datasource' } }]],
  ['with a query without a data source', [{ refId: 'A' }]],
])('hands nothing over from a panel %s', (_, targets) => {
  expect(panelSourceOf(panel({ targets }))).toBeUndefined();
});

describe('in the panel menu', () => {
  const configure = (context?: PluginExtensionPanelContext) => addedLinks[0].configure?.(context as never);
  const asRole = (orgRole: string) => {
    config.bootData = { user: { orgRole } } as typeof config.bootData;
  };

  it('leads to the form of a new KPI that is filled from the panel', () => {
    asRole('Editor');
    const path = configure(panel())?.path ?? '';
    expect(path).toMatch(/^\/a\/bsc-scorecard-app\/kpis\/new\?panel=/);
    expect(new URL(path, 'http://grafana').searchParams.get('panel')).toContain('select 1');
  });

  it('is hidden from viewers, who can’t save KPIs', () => {
    asRole('Viewer');
    expect(configure(panel())).toBeUndefined();
  });
});
