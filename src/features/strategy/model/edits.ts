import {
  type CausalLinkSpec,
  type ObjectiveSpec,
  type Resource,
  type ResourceOf,
  type ScorecardSpec,
} from '../../../api/types';
import { API_VERSION } from '../../../contract';
import { type Write } from './writes';

type ObjectiveResource = ResourceOf<ObjectiveSpec>;
type ScorecardResource = ResourceOf<ScorecardSpec>;
type LinkResource = ResourceOf<CausalLinkSpec>;

/** Longest name that a resource may have. */
const MAX_NAME = 100;

/** A resource name made of what people write, such as `grow-sales` of “Grow sales!”. Never one of those that are taken. */
export function slugOf(text: string, taken: ReadonlySet<string> = new Set()): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const base = plain.slice(0, MAX_NAME - 4).replace(/-+$/, '') || 'objective';
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(name)) {
      return name;
    }
  }
}

function document(kind: string, name: string, spec: object): Resource {
  return { apiVersion: API_VERSION, kind, metadata: { name }, spec: spec as Resource['spec'] };
}

/** A resource of a known kind as one of any kind. */
const plain = (resource: { spec: object }) => resource as Resource;

export function addLink(spec: CausalLinkSpec, taken: ReadonlySet<string>): Write[] {
  return [{ type: 'create', document: document('CausalLink', slugOf(`${spec.from}-to-${spec.to}`, taken), spec) }];
}

export function removeLink(link: LinkResource): Write[] {
  return [{ type: 'delete', before: plain(link) }];
}

/** Creates the objective and places it in its perspective of the scorecard. */
export function addObjective(spec: ObjectiveSpec, scorecard: ScorecardResource, taken: ReadonlySet<string>): Write[] {
  const name = slugOf(spec.title, taken);
  const perspectives = scorecard.spec.perspectives.map((perspective) =>
    perspective.name === spec.perspective
      ? { ...perspective, objectives: [...(perspective.objectives ?? []), { objective: name }] }
      : perspective
  );
  return [
    { type: 'create', document: document('Objective', name, spec) },
    replace(scorecard, { ...scorecard.spec, perspectives }),
  ];
}

export function changeObjective(objective: ObjectiveResource, spec: ObjectiveSpec): Write[] {
  return [replace(objective, spec)];
}

/** Deletes the objective, its arrows, and its place on the scorecard. */
export function removeObjective(
  objective: ObjectiveResource,
  scorecard: ScorecardResource,
  links: LinkResource[]
): Write[] {
  const { name } = objective.metadata;
  const perspectives = scorecard.spec.perspectives.map((perspective) => ({
    ...perspective,
    objectives: perspective.objectives?.filter((placed) => placed.objective !== name),
  }));
  return [
    ...links.filter(({ spec }) => spec.from === name || spec.to === name).flatMap(removeLink),
    replace(scorecard, { ...scorecard.spec, perspectives }),
    { type: 'delete', before: plain(objective) },
  ];
}

function replace(before: { spec: object }, spec: object): Write {
  return { type: 'replace', document: { ...plain(before), spec: spec as Resource['spec'] }, before: plain(before) };
}
