import { type ProblemItem } from '../../../api/errors';
import { type Ref, type Resource } from '../../../api/types';
import { actionStates, decisionStates, entryKey } from '../../../components/followup/words';

/** What is set on all chosen entries; what is empty stays as it is. */
export interface BulkFields {
  state: string;
  owner: string;
  due: string;
  evidence: string;
}

export const noFields: BulkFields = { state: '', owner: '', due: '', evidence: '' };

export const isEmpty = (fields: BulkFields) => Object.values(fields).every((value) => value.trim() === '');

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
  for (const [key, value] of Object.entries(fields)) {
    if (value.trim() !== '' && !(key === 'evidence' && resource.kind !== 'Action')) {
      spec[key === 'due' && waitsForRevisit(resource) ? 'revisitOn' : key] = value.trim();
    }
  }
  if (fields.state && resource.kind === 'Decision' && fields.state === 'open') {
    delete spec.decidedOn;
  }
  if (fields.state && resource.kind === 'Action' && fields.state !== resource.spec.state) {
    delete spec.closedOn;
  }
  return { ...resource, spec };
}

/** Problems by the entry that they belong to; those of none stand under the empty key. */
export function problemsByEntry(problems: ProblemItem[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { resource, message } of problems) {
    const key = resource ? entryKey(resource) : '';
    found.set(key, [...(found.get(key) ?? []), message]);
  }
  return found;
}
