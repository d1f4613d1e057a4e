import { type Resource } from '../../../api/types';
import { addLink, addObjective, removeObjective, slugOf } from './edits';
import { perform, undoNewest, type Write } from './writes';

const resource = (kind: string, name: string, spec: object, version = 1): Resource => ({
  apiVersion: 'scorecard/v1',
  kind,
  metadata: { name, version },
  spec: spec as Resource['spec'],
});

/** A server that keeps documents and counts their versions, and refuses what `refuses` says. */
function server(initial: Resource[], refuses: (write: Write) => boolean = () => false) {
  const stored = new Map(initial.map((one) => [`${one.kind}/${one.metadata.name}`, one]));
  let version = 10;
  const execute = async (write: Write): Promise<Resource | undefined> => {
    if (refuses(write)) {
      throw new Error('refused');
    }
    const { kind, metadata } = write.type === 'delete' ? write.before : write.document;
    const key = `${kind}/${metadata.name}`;
    const there = stored.get(key);
    if (write.type === 'create' ? there : there?.metadata.version !== write.before.metadata.version) {
      throw new Error(`conflict at ${key}`);
    }
    if (write.type === 'delete') {
      stored.delete(key);
      return undefined;
    }
    const saved = { ...write.document, metadata: { ...write.document.metadata, version: ++version } };
    stored.set(key, saved);
    return saved;
  };
  const specs = () => Object.fromEntries([...stored].sort().map(([key, { spec }]) => [key, spec]));
  return { execute, specs };
}

const scorecard = resource('Scorecard', 'corporate', {
  perspectives: [
    { name: 'financial', title: 'Financial', objectives: [{ objective: 'sales', weight: 2 }] },
    { name: 'customer', title: 'Customer' },
  ],
});
const sales = resource('Objective', 'sales', { title: 'Sales', strategy: 's', perspective: 'financial' });
const link = resource('CausalLink', 'praise-to-sales', { from: 'praise', to: 'sales' });
const other = resource('CausalLink', 'a-to-b', { from: 'a', to: 'b' });
const all = [scorecard, sales, link, other];

const edits: Array<[string, Write[]]> = [
  ['adding a link', addLink({ from: 'sales', to: 'cash', hypothesis: 'It pays' }, new Set())],
  [
    'adding an objective',
    addObjective({ title: 'Be praised', strategy: 's', perspective: 'customer' }, scorecard as never, new Set()),
  ],
  ['removing an objective', removeObjective(sales as never, scorecard as never, [link, other] as never)],
];

it('places a new objective in its perspective', async () => {
  const { execute, specs } = server(all);
  await perform(edits[1][1], execute);
  expect(specs()['Objective/be-praised']).toEqual({ title: 'Be praised', strategy: 's', perspective: 'customer' });
  expect(specs()['Scorecard/corporate']).toMatchObject({
    perspectives: [{ objectives: [{ objective: 'sales' }] }, { objectives: [{ objective: 'be-praised' }] }],
  });
});

it('removes an objective with its arrows and its place', async () => {
  const { execute, specs } = server(all);
  await perform(edits[2][1], execute);
  expect(Object.keys(specs())).toEqual(['CausalLink/a-to-b', 'Scorecard/corporate']);
  expect(specs()['Scorecard/corporate']).toMatchObject({ perspectives: [{ objectives: [] }, {}] });
});

it.each(edits)('undoes %s', async (_, writes) => {
  const { execute, specs } = server(all);
  const before = specs();
  const inverse = await perform(writes, execute);
  expect(specs()).not.toEqual(before);
  await perform(inverse, execute);
  expect(specs()).toEqual(before);
});

it.each(edits)('leaves everything as it was when a step of %s is refused', async (_, writes) => {
  const last = writes.at(-1);
  const { execute, specs } = server(all, (write) => write === last);
  const before = specs();
  await expect(perform(writes, execute)).rejects.toThrow('refused');
  expect(specs()).toEqual(before);
});

it('undoes several edits of the same scorecard, newest first', async () => {
  const { execute, specs } = server(all);
  const before = specs();
  const first = await perform(edits[1][1], execute);
  const afterFirst = specs();
  const now = resource('Scorecard', 'corporate', specs()['Scorecard/corporate'], 12);
  const spec = { title: 'Win customers', strategy: 's', perspective: 'customer' };
  const second = await perform(addObjective(spec, now as never, new Set()), execute);

  const rest = await undoNewest([first, second], execute);
  expect(specs()).toEqual(afterFirst);
  expect(await undoNewest(rest, execute)).toEqual([]);
  expect(specs()).toEqual(before);
});

it.each([
  ['Grow sales!', [], 'grow-sales'],
  ['  Café & Bär ', [], 'cafe-bar'],
  ['顧客', [], 'objective'],
  ['Grow sales', ['grow-sales', 'grow-sales-2'], 'grow-sales-3'],
  ['x'.repeat(150), [], 'x'.repeat(96)],
])('names %s', (title, taken, expected) => {
  expect(slugOf(title, new Set(taken))).toBe(expected);
});
