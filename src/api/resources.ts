import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { API_VERSION, type KindName, kinds, pluralOf } from '../contract';
import { type Params, pathOf, request } from './client';
import { type ApiError } from './errors';
import { keys } from './keys';
import {
  type ActionSpec,
  type AgendaItemSpec,
  type ApplyResult,
  type CadenceProposalSpec,
  type CalendarSpec,
  type CausalLinkSpec,
  type ChangeEventSpec,
  type CharterSignatureSpec,
  type CommentarySpec,
  type DatasetSpec,
  type DecisionSpec,
  type GovernanceCharterSpec,
  type History,
  type KindList,
  type KpiSpec,
  type ObjectiveSpec,
  type OrgUnitSpec,
  type Ref,
  type ReportTemplateSpec,
  type Resource,
  type ResourceList,
  type ResourceOf,
  type ReviewSeriesSpec,
  type ReviewSpec,
  type ScorecardSpec,
  type SourceSystemSpec,
  type StrategySpec,
  type TargetSetSpec,
  type ThemeSpec,
} from './types';

/** The spec that a kind's documents have; kinds that are not listed are read as plain objects. */
export interface SpecOf {
  OrgUnit: OrgUnitSpec;
  Calendar: CalendarSpec;
  SourceSystem: SourceSystemSpec;
  Dataset: DatasetSpec;
  Strategy: StrategySpec;
  Theme: ThemeSpec;
  Objective: ObjectiveSpec;
  CausalLink: CausalLinkSpec;
  Kpi: KpiSpec;
  TargetSet: TargetSetSpec;
  Scorecard: ScorecardSpec;
  GovernanceCharter: GovernanceCharterSpec;
  CharterSignature: CharterSignatureSpec;
  ReportTemplate: ReportTemplateSpec;
  ReviewSeries: ReviewSeriesSpec;
  Review: ReviewSpec;
  AgendaItem: AgendaItemSpec;
  Decision: DecisionSpec;
  Action: ActionSpec;
  Commentary: CommentarySpec;
  ChangeEvent: ChangeEventSpec;
  CadenceProposal: CadenceProposalSpec;
}
export type SpecFor<K extends KindName> = K extends keyof SpecOf ? SpecOf[K] : Resource['spec'];

/** Most resources of one kind that a page reads at once, in calls of at most `PAGE_SIZE`. */
const PAGE_SIZE = 500;

/** All resources of a kind that the caller may see, over as many pages as the server makes of them. */
export async function listAll<K extends KindName>(
  kind: K,
  params: Params = {},
  signal?: AbortSignal
): Promise<Array<ResourceOf<SpecFor<K>>>> {
  const items: Array<ResourceOf<SpecFor<K>>> = [];
  let cursor: string | undefined;
  do {
    const page: ResourceList<SpecFor<K>> = await request('GET', pluralOf(kind), {
      params: { limit: PAGE_SIZE, ...params, cursor },
      signal,
    });
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return items;
}

/** Every resource of a kind, page after page. */
export function useResources<K extends KindName>(kind: K, params?: Params) {
  return useQuery<Array<ResourceOf<SpecFor<K>>>, ApiError>({
    queryKey: keys.list(pluralOf(kind), params),
    queryFn: ({ signal }) => listAll(kind, params, signal),
  });
}

/** One resource; `name` undefined means that there is none to read yet. */
export function useResource<K extends KindName>(kind: K, name: string | undefined, asOf?: string) {
  return useQuery<ResourceOf<SpecFor<K>>, ApiError>({
    queryKey: keys.resource(pluralOf(kind), name ?? '', asOf),
    queryFn: ({ signal }) => request('GET', pathOf(pluralOf(kind), name ?? ''), { params: { asOf }, signal }),
    enabled: Boolean(name),
  });
}

const titleOf = ({ metadata, spec }: Resource) =>
  typeof spec.title === 'string' && spec.title !== '' ? spec.title : metadata.name;

/** A resource with the title that people know it by; its name where it has none. */
export interface Titled {
  ref: Ref;
  title: string;
}

/** How many resources of each kind a search gives. */
const FOUND_PER_KIND = 8;

/** Resources of some kinds whose title or name holds a text, as the server finds them; kind by kind. */
export async function searchResources(kinds: KindName[], text: string): Promise<Titled[]> {
  const lists = await Promise.all(
    kinds.map((kind) =>
      request<ResourceList<Resource['spec']>>('GET', pluralOf(kind), {
        params: { q: text.trim(), limit: FOUND_PER_KIND },
      })
    )
  );
  return lists.flatMap(({ items }) =>
    items.map((found) => ({ ref: { kind: found.kind, name: found.metadata.name }, title: titleOf(found) }))
  );
}

/** The titles of some resources, in their order; the name of one that isn't read yet, or isn't there. */
export function useTitles(refs: Ref[]): Titled[] {
  return useQueries({
    queries: refs.map(({ kind, name }) => ({
      queryKey: keys.resource(pluralOf(kind), name),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        request<Resource>('GET', pathOf(pluralOf(kind), name), { signal }),
      retry: false,
    })),
    combine: (results) =>
      results.map(({ data }, index) => ({ ref: refs[index], title: data ? titleOf(data) : refs[index].name })),
  });
}

/** Every version of a resource, newest first. */
export function useHistory(kind: KindName, name: string) {
  return useQuery<History, ApiError>({
    queryKey: keys.history(pluralOf(kind), name),
    queryFn: ({ signal }) => request('GET', pathOf(pluralOf(kind), name, 'history'), { signal }),
  });
}

/** Kinds, and what the caller may do with each. */
export function useKinds() {
  return useQuery<KindList, ApiError>({
    queryKey: keys.kinds(),
    queryFn: ({ signal }) => request('GET', 'kinds', { signal }),
    staleTime: 5 * 60_000,
  });
}

/** Whether the caller may do something with a kind; false until the server has said so. */
export function useMay(kind: KindName, verb: 'read' | 'write' | 'delete'): boolean {
  const { data } = useKinds();
  return data?.items.some((info) => info.kind === kind && info.verbs.includes(verb)) ?? false;
}

/** Whether the server has said that the caller may not do something with a kind. */
export function useMayNot(kind: KindName, verb: 'read' | 'write' | 'delete'): boolean {
  const known = useKinds().data !== undefined;
  const may = useMay(kind, verb);
  return known && !may;
}

/** The longest reason for a change, in characters: it travels in a header. */
export const LONGEST_REASON = 1000;

/** What goes with a write. */
export interface SaveOptions {
  /** Why; kept in the history. */
  reason?: string;
  signal?: AbortSignal;
}

/** A document without what the server computes: what people write, send and compare. */
export function writable(resource: Resource): Resource {
  const { name, labels } = resource.metadata;
  return {
    apiVersion: API_VERSION,
    kind: resource.kind,
    metadata: labels ? { name, labels } : { name },
    spec: resource.spec,
  };
}

/** Creates a resource (no `version`) or replaces the version that the change is based on. */
export function saveResource(
  resource: Resource,
  version: number | undefined,
  options: SaveOptions = {}
): Promise<Resource> {
  const plural = pluralOf(resource.kind);
  const body = writable(resource);
  return version === undefined
    ? request('POST', plural, { body, ...options })
    : request('PUT', pathOf(plural, resource.metadata.name), { body, ifMatch: version, ...options });
}

/** The resource as creating it would make it, with what the server fills in; writes nothing. */
export function tryCreate(resource: Resource, signal?: AbortSignal): Promise<Resource> {
  return request('POST', pluralOf(resource.kind), { params: { dryRun: true }, body: writable(resource), signal });
}

/** Changes parts of a resource's spec on the version that they are based on: a JSON merge patch, in which null takes a field away. */
export function patchResource(
  kind: KindName,
  name: string,
  version: number,
  spec: object,
  options: SaveOptions = {}
): Promise<Resource> {
  return request('PATCH', pathOf(pluralOf(kind), name), { body: { spec }, ifMatch: version, ...options });
}

/** What saving these documents would do, all problems included; writes nothing. A string is a YAML stream. */
export function planResources(documents: Resource[] | string, options: SaveOptions = {}): Promise<ApplyResult> {
  return request('POST', 'apply', { params: { dryRun: true }, ...applied(documents), ...options });
}

/** Saves many documents, or none. A string is a YAML stream. */
export function applyResources(documents: Resource[] | string, options: SaveOptions = {}): Promise<ApplyResult> {
  return request('POST', 'apply', { ...applied(documents), ...options });
}

function applied(documents: Resource[] | string): { body: unknown; contentType?: string } {
  return typeof documents === 'string'
    ? { body: documents, contentType: 'application/yaml' }
    : { body: documents.map(writable) };
}

/** Resources of some kinds, or of all, as a YAML stream that `applyResources` takes back. */
export function exportResources(kinds: KindName[] = []): Promise<string> {
  return request('GET', 'export', { params: { kinds: kinds.join(',') }, responseType: 'text' });
}

/** Wraps a write so that everything shown is read again once it succeeded. */
export function useWrite<Input, Output>(write: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation<Output, ApiError, Input>({
    mutationFn: write,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all }),
  });
}

/** Creates a resource (no `version`) or replaces a version of it, and reads everything shown again. */
export function useSaveResource() {
  return useWrite(({ resource, version, reason }: { resource: Resource; version?: number; reason?: string }) =>
    saveResource(resource, version, { reason })
  );
}

/** What to delete: `version` is the one that the decision is based on. */
export interface Deletion {
  kind: KindName;
  name: string;
  version: number;
  reason?: string;
}

/** Deletes a resource. Everything shown is read again, but for what is gone. */
export function useDeleteResource() {
  const client = useQueryClient();
  return useMutation<void, ApiError, Deletion>({
    mutationFn: ({ kind, name, version, reason }) =>
      request<void>('DELETE', pathOf(pluralOf(kind), name), { ifMatch: version, reason }),
    onSuccess: (_, { kind, name }) => {
      const gone = keys.resource(pluralOf(kind), name);
      return client.invalidateQueries({
        queryKey: keys.all,
        predicate: ({ queryKey }) => !isEqual(queryKey, gone),
      });
    },
  });
}

const isEqual = (a: readonly unknown[], b: readonly unknown[]) => a.every((part, index) => part === b[index]);

/** The contract's definition of a kind. */
export function kindOf(kind: KindName) {
  const found = kinds.find((definition) => definition.kind === kind);
  if (!found) {
    throw new Error(`the contract has no kind ${kind}`);
  }
  return found;
}
