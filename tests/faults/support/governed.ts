/** The governed organisation of the trials: a charter, series of reviews, a template with subscribers, many units. */
import { type Product } from './product';
import { until } from './until';
import { document, type Document, kpi, organisation } from './world';

export interface Resource extends Document {
  status?: Record<string, unknown>;
}

export interface LoggedEvent {
  id: string;
  at: string;
  type: string;
}

export interface Batch {
  id: string;
  state: string;
  units: string[];
  progress: { done: number; total: number };
}

export interface Delivery {
  channel: string;
  to: string;
  state: string;
  message: string | null;
}

export interface Snapshot {
  review: string;
  hash: string;
  units: string[];
}

/** Units of which each gets a report. */
export const teams = Array.from({ length: 40 }, (_, index) => `team-${String(index).padStart(2, '0')}`);

export const premature = { premature: 'a trial' };

/** An instant so many hours from now, to the second. */
export const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().replace(/\.\d+/, '');

const recurrence = (rrule: string) => ({ rrule, start: '2025-01-06T09:00', timeZone: 'Europe/Berlin', minutes: 60 });

export const series = (name: string, spec: Record<string, unknown>, rrule = 'FREQ=MONTHLY;BYDAY=1MO') =>
  document('ReviewSeries', name, {
    title: name,
    tier: 'tactical',
    charter: 'rules',
    committee: 'board',
    scorecards: ['company'],
    recurrence: recurrence(rrule),
    period: 'month',
    agenda: [{ name: 'open', title: 'What is open', minutes: 30, class: 'tactical' }],
    ...spec,
  });

export const review = (name: string, of: string, start = inHours(24 * 40)) =>
  document('Review', name, { series: of, start });

export const action = (name: string, spec: Record<string, unknown>) =>
  document('Action', name, { title: name, owner: 'admin', due: '2025-03-31', ...spec });

/** A charter that promises monthly reviews by a board, which may be held quarterly. */
export const charter = (name: string) =>
  document('GovernanceCharter', name, {
    title: name,
    committees: [
      { name: 'board', title: 'Board', chair: 'admin', members: ['admin', 'editor'], decides: ['countermeasures'] },
    ],
    reviews: [
      {
        scorecard: 'company',
        committee: 'board',
        tier: 'tactical',
        every: 'month',
        bounds: { seldom: 'quarter', often: 'month' },
      },
    ],
  });

export const proposal = (name: string, of: { charter: string; series: string }, decision?: object) =>
  document('CadenceProposal', name, {
    scorecard: 'company',
    tier: 'tactical',
    ...of,
    from: 'month',
    to: 'quarter',
    why: 'a quiet year',
    ...(decision && { decision }),
  });

/** Everything but the organisation's figures. `subscribed` has subscribers, `many` a report for every team. */
export const governed = (): Document[] => [
  ...organisation(),
  ...teams.map((name) => document('OrgUnit', name, { title: name, type: 'team', parent: 'north' })),
  kpi('entered', { type: 'manual' }),
  document('Objective', 'sell', {
    title: 'Sell',
    strategy: 'growth',
    perspective: 'money',
    kpis: [{ kpi: 'entered' }],
  }),
  document('Scorecard', 'company', {
    title: 'Company',
    strategy: 'growth',
    unit: 'company',
    calendar: 'months',
    frequency: 'month',
    perspectives: [{ name: 'money', title: 'Money', objectives: [{ objective: 'sell' }] }],
  }),
  charter('rules'),
  document('ReportTemplate', 'told', {
    title: 'Told',
    freezeHoursBefore: 24,
    sections: [
      { name: 'scorecard', type: 'scorecard' },
      { name: 'actions', type: 'actions' },
    ],
    subscribers: [{ person: 'editor' }, { person: 'ada@example.org', channel: 'email' }, { channel: 'webhook' }],
  }),
  series('plain', {}),
  series('told', { template: 'told' }),
  series('many', { units: teams }),
  review('meeting', 'plain'),
  review('reported', 'many'),
];

/** An event of a meeting, as the browser sends it. */
export const event = (id: string, type: string, more: object = {}) => ({
  id,
  at: new Date().toISOString(),
  type,
  text: `${type} ${id}`,
  ...more,
});

export const logOf = async (product: Product, name: string) =>
  (await product.must<{ items: LoggedEvent[] }>('GET', `reviews/${name}/log`)).items;

export const deliveriesOf = async (product: Product, name: string) =>
  (await product.must<{ items: Delivery[] }>('GET', `reviews/${name}/deliveries`)).items;

export const freeze = (product: Product, name: string) =>
  product.call<Snapshot>('POST', `reviews/${name}/freeze`, { body: premature });

/** Waits until a batch has come to its end. */
export async function ended(product: Product, id: string, seconds = 90): Promise<Batch> {
  let batch = await product.must<Batch>('GET', `reportbatches/${id}`);
  await until(
    `the end of batch ${id}`,
    async () => {
      batch = await product.must<Batch>('GET', `reportbatches/${id}`);
      return batch.state === 'succeeded' || batch.state === 'failed';
    },
    { seconds, every: 200 }
  );
  return batch;
}

/** Names of the files in the archive of a batch: those of the local headers of a ZIP without compression. */
export async function filesOf(product: Product, id: string): Promise<string[]> {
  const data = await product.bytes(`reportbatches/${id}/archive`);
  const names: string[] = [];
  for (let at = data.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = data.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    names.push(data.toString('utf8', at + 46, at + 46 + data.readUInt16LE(at + 28)));
  }
  return names;
}

/** Waits until each of the reviews has gone to every subscriber. */
export async function delivered(product: Product, reviews: string[], seconds = 60): Promise<void> {
  await until(
    `deliveries of ${reviews.length} reviews`,
    async () => {
      for (const name of reviews) {
        const all = await deliveriesOf(product, name);
        if (all.length < 3 || all.some(({ state }) => state !== 'sent')) {
          return false;
        }
      }
      return true;
    },
    { seconds, every: 500 }
  );
}
