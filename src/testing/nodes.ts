import { type Node, type Scheme, type View } from '../api/types';

export const scheme: Scheme = {
  levels: [
    { name: 'red', from: 0 },
    { name: 'amber', from: 100 / 3 },
    { name: 'green', from: 200 / 3 },
  ],
};

/** A node with everything absent but what is given. */
export function node(kind: string, name: string, given: Partial<Node> = {}): Node {
  return {
    ref: { kind, name },
    title: name,
    weight: 1,
    score: null,
    status: null,
    coverage: null,
    trend: { score: null, delta: null, direction: 'none' },
    children: [],
    owner: null,
    steward: null,
    value: null,
    unitOfMeasure: null,
    decimals: null,
    target: null,
    stretch: null,
    baseline: null,
    state: null,
    carried: null,
    closesAt: null,
    bands: null,
    type: null,
    gaps: null,
    sparkline: null,
    ...given,
  };
}

/** A KPI with a score, and the one it had in the previous period. */
export function kpi(name: string, score: number | null, given: Partial<Node> & { before?: number } = {}): Node {
  const { before, ...rest } = given;
  const level = score === null ? null : (scheme.levels.findLast(({ from }) => score >= from)?.name ?? null);
  const delta = score === null || before === undefined ? null : score - before;
  return node('Kpi', name, {
    score,
    status: level,
    state: 'final',
    trend: {
      score: before ?? null,
      delta,
      direction: delta === null ? 'none' : delta > 1 ? 'up' : delta < -1 ? 'down' : 'flat',
    },
    ...rest,
  });
}

/** A view of a scorecard with these perspectives. */
export function view(perspectives: Node[], given: Partial<View> = {}): View {
  return {
    scorecard: 'corporate',
    period: { id: '1997-Q3', start: '1997-07-01T00:00:00Z', end: '1997-10-01T00:00:00Z', state: 'final' },
    unit: 'company',
    asOf: null,
    now: '1997-11-01T00:00:00Z',
    scheme,
    node: node('Scorecard', 'corporate', {
      title: 'Corporate scorecard',
      score: 67,
      status: 'green',
      children: perspectives,
    }),
    themes: [],
    ...given,
  };
}
