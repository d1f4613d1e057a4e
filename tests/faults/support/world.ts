/** The organisation of the trials, and the figures that its data source has. */
import { type Database } from './database';
import { type Product } from './product';
import { until } from './until';

export interface Document {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
  spec: Record<string, unknown>;
}

export interface Run {
  id: string;
  state: string;
  trigger: string;
  kpis: Array<{ kpi: string; state: string; observations: number; errors: Array<{ message: string }> }>;
}

export interface Observation {
  unit: string;
  period: string;
  value: number;
  collectedAt: string;
  source: { type: string; run?: string };
}

export const units = ['north', 'east', 'south', 'west'];
export const range = { from: '2025-01', to: '2025-06' };
export const months = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06'];

export const document = (kind: string, name: string, spec: Record<string, unknown>): Document => ({
  apiVersion: 'scorecard/v1',
  kind,
  metadata: { name },
  spec,
});

/** Calendar, units, strategy and the system whose data source is `source`. */
export const organisation = (limits: Record<string, number> = {}): Document[] => [
  document('Calendar', 'months', { title: 'Months', timeZone: 'UTC', fiscalYearStartMonth: 1, weekStart: 'monday' }),
  document('OrgUnit', 'company', { title: 'Company', type: 'company' }),
  ...units.map((name) => document('OrgUnit', name, { title: name, type: 'division', parent: 'company' })),
  document('Strategy', 'growth', { title: 'Growth', vision: 'More', from: '2025', to: '2027', status: 'active' }),
  document('SourceSystem', 'erp', {
    title: 'ERP',
    type: 'erp',
    datasource: { uid: 'source', type: 'grafana-postgresql-datasource' },
    limits,
  }),
];

export const kpi = (name: string, source: Record<string, unknown>): Document =>
  document('Kpi', name, {
    title: name,
    calendar: 'months',
    frequency: 'month',
    aggregation: { time: 'sum', units: 'sum' },
    owner: 'somebody',
    source,
  });

export const queried = (name: string, rawSql: string): Document =>
  kpi(name, {
    type: 'query',
    system: 'erp',
    query: { format: 'table', rawSql },
    extract: { mode: 'table', time: 'time', unit: 'unit', value: 'value' },
  });

/** Rows for every unit and month of the range that is asked for. */
export const figures = (name: string, value: string) =>
  `select time, unit, (${value})::float8 as value from cells where $__timeFilter(time) and '${name}' <> unit`;

/** The database behind the data source. */
export async function makeSource(database: Database, name: string): Promise<void> {
  await database.create(name);
  await database.run(
    name,
    `create table cells as
       select time, unit from generate_series(timestamp '2024-01-01', timestamp '2027-12-01', interval '1 month') time,
       unnest(array['${units.join("','")}']) unit`
  );
}

export const unfinished = (run: Run) => run.state === 'queued' || run.state === 'running';

/** Starts a collection and waits for its end. */
export async function collect(product: Product, request: object = range, seconds = 90): Promise<Run> {
  let run = await product.must<Run>('POST', 'collections', { body: request });
  await until(
    `the end of run ${run.id}`,
    async () => {
      run = await product.must<Run>('GET', `collections/${run.id}`);
      return !unfinished(run);
    },
    { seconds, every: 100 }
  );
  return run;
}

/** Every observation of the range; what the schedule collects of the months since then is left out. */
export const observationsOf = (product: Product, name: string) =>
  product.all<Observation>(`kpis/${name}/observations?from=${range.from}&to=${range.to}&limit=1000`);
