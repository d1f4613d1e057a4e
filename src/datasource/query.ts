import { type DataQuery } from '@grafana/schema';
import { type Frequency, type Node } from '../api/types';

export const queryTypes = ['series', 'table'] as const;
/** One row per period, or one row per node at the end of the time range. */
export type QueryType = (typeof queryTypes)[number];

export const fields = ['score', 'value', 'target', 'stretch', 'baseline'] as const;
export type Field = (typeof fields)[number];

/** The query as the server reads it (pkg/plugin/querydata.go): either a KPI, or a scorecard with or without a node. */
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
  /** The only number wanted of a series; all when left out. Alert rules get the score then. */
  field?: Field;
}

/** Whether a query says enough to be asked. */
export function isComplete({ queryType, scorecard, kpi }: ScorecardQuery): boolean {
  return Boolean(scorecard) || (queryType === 'series' && Boolean(kpi));
}

/** A query of a type, without what that type doesn't know. */
export function withType(query: ScorecardQuery, queryType: QueryType): ScorecardQuery {
  return queryType === 'table'
    ? { ...query, queryType, kpi: undefined, frequency: undefined, field: undefined }
    : { ...query, queryType };
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
