import { type DataQuery } from '@grafana/schema';
import { type Frequency, type Node } from '../api/types';

export const queryTypes = ['series', 'table', 'reviews', 'decisions', 'register'] as const;
/**
 * One row per period, or one row per node at the end of the time range; one row per review or decision in the time range; the
 * follow-up register as it is now.
 */
export type QueryType = (typeof queryTypes)[number];

export const fields = ['score', 'value', 'target', 'stretch', 'baseline'] as const;
export const registerFields = ['overdue', 'open', 'escalated'] as const;
export type Field = (typeof fields)[number] | (typeof registerFields)[number];

export const registerRows = ['waiting', 'overdue', 'escalated', 'closed', 'all'] as const;
/** Which rows of the register are wanted. */
export type RegisterRows = (typeof registerRows)[number];

/**
 * The query as the server reads it (pkg/plugin/querydata.go). Of a series or table it is either a KPI, or a scorecard with or
 * without a node; of reviews, decisions and the register both only restrict.
 */
export interface ScorecardQuery extends DataQuery {
  queryType: QueryType;
  scorecard?: string;
  /** A node of the scorecard; the whole when left out. */
  node?: { kind: string; name: string };
  kpi?: string;
  /** The scorecard's own unit when left out. */
  unit?: string;
  /** The scorecard's or KPI's own when left out. */
  frequency?: Frequency;
  /**
   * The only number wanted of a series or of the register; all, or the rows, when left out. Alert rules get the score, or how
   * much is overdue, then.
   */
  field?: Field;
  /** Rows of the register, those that wait when left out; or the reviews after the time range instead of those in it. */
  show?: RegisterRows | 'next';
  /** Whose rows of the register; everybody's when left out. */
  owner?: string;
}

/** Whether a query says enough to be asked. */
export function isComplete({ queryType, scorecard, kpi }: ScorecardQuery): boolean {
  switch (queryType) {
    case 'reviews':
    case 'decisions':
    case 'register':
      return true;
    case 'table':
      return Boolean(scorecard);
    default:
      return Boolean(scorecard) || Boolean(kpi);
  }
}

/** What a query of each type may say beside its type. */
const knows: Record<QueryType, ReadonlyArray<keyof ScorecardQuery>> = {
  series: ['scorecard', 'node', 'kpi', 'unit', 'frequency', 'field'],
  table: ['scorecard', 'node', 'unit'],
  reviews: ['scorecard', 'show'],
  decisions: ['scorecard', 'kpi'],
  register: ['kpi', 'field', 'show', 'owner'],
};
const optional = ['scorecard', 'node', 'kpi', 'unit', 'frequency', 'field', 'show', 'owner'] as const;

/** A query of a type, without what that type doesn't know. The types have their own numbers and their own rows. */
export function withType(query: ScorecardQuery, queryType: QueryType): ScorecardQuery {
  const next: ScorecardQuery = { ...query, queryType };
  for (const field of optional) {
    if (!knows[queryType].includes(field)) {
      delete next[field];
    }
  }
  const numbers: readonly string[] = queryType === 'register' ? registerFields : fields;
  if (next.field && !numbers.includes(next.field)) {
    delete next.field;
  }
  if (next.show && (next.show === 'next') !== (queryType === 'reviews')) {
    delete next.show;
  }
  return next;
}

/** A node of a scorecard as a picker offers it: indented by its level. */
export interface NodeOption {
  value: string;
  label: string;
}

const key = ({ kind, name }: { kind: string; name: string }) => `${kind}/${name}`;

export const nodeKey = (node: ScorecardQuery['node']) => node && key(node);

export function nodeOf(value: string | undefined): ScorecardQuery['node'] {
  const [kind, name] = value?.split('/') ?? [];
  return name ? { kind, name } : undefined;
}

/** All nodes below the root, each once, parents before children. */
export function nodeOptions(root: Node, depth = 0): NodeOption[] {
  const options = root.children.flatMap((node) => [
    { value: key(node.ref), label: `${'\u2003'.repeat(depth)}${node.title}` },
    ...nodeOptions(node, depth + 1),
  ]);
  return options.filter(({ value }, index) => options.findIndex((other) => other.value === value) === index);
}
