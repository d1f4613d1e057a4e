import { z } from 'zod';
import { type ProblemItem } from '../../../api/errors';
import { type Ref, type Resource } from '../../../api/types';
import { actionStates, decisionStates, entryKey } from '../../../components/followup/words';
import { problemText } from '../../../components/reasonText';
import { Action } from '../../../contract';

/** What is set on all chosen entries; what is left out or blank stays as it is. */
export const bulkFields = z.object({
  state: z.string().optional(),
  owner: Action.spec.shape.owner,
  due: Action.spec.shape.due,
  evidence: Action.spec.shape.evidence,
});
export type BulkFields = z.infer<typeof bulkFields>;

const isFilled = (value: string | undefined): value is string => Boolean(value?.trim());

export const isEmpty = ({ state, owner, due, evidence }: BulkFields) => ![state, owner, due, evidence].some(isFilled);

/** States that all of the entries can have. */
export function commonStates(refs: Ref[]): string[] {
  const states: Record<string, readonly string[]> = { Action: actionStates, Decision: decisionStates };
  const [first = [], ...others] = [...new Set(refs.map(({ kind }) => kind))].map((kind) => states[kind] ?? []);
  return first.filter((state) => others.every((other) => other.includes(state)));
}

/** A decision that was made is due when it is to be revisited. */
const waitsForRevisit = ({ kind, spec }: Resource) =>
  kind === 'Decision' && spec.state !== 'open' && Boolean(spec.revisitOn);

/** The document with the fields set. What the server keeps by itself, it works out anew. */
export function withFields(resource: Resource, fields: BulkFields): Resource {
  const spec: Resource['spec'] = { ...resource.spec };
  const { state, owner, due, evidence } = fields;
  for (const [key, value] of Object.entries({ state, owner, due, evidence })) {
    if (isFilled(value) && !(key === 'evidence' && resource.kind !== 'Action')) {
      spec[key === 'due' && waitsForRevisit(resource) ? 'revisitOn' : key] = value.trim();
    }
  }
  if (resource.kind === 'Decision' && state === 'open') {
    delete spec.decidedOn;
  }
  if (state && resource.kind === 'Action' && state !== resource.spec.state) {
    delete spec.closedOn;
  }
  return { ...resource, spec };
}

/** The field that a problem of an entry is about; undefined when it is none of those that are set. */
export function fieldOf({ path, resource }: ProblemItem): string | undefined {
  const field = path === '/spec/revisitOn' ? 'due' : path.replace(/^\/spec\//, '');
  return resource && field in bulkFields.shape ? field : undefined;
}

/** Problems by the entry that they belong to; those of none stand under the empty key. */
export function problemsByEntry(problems: ProblemItem[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const problem of problems) {
    const { resource } = problem;
    const key = resource ? entryKey(resource) : '';
    found.set(key, [...(found.get(key) ?? []), problemText(problem)]);
  }
  return found;
}
