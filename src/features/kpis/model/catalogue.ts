import { type DatasetSpec, type KpiSpec, type ObjectiveSpec, type ResourceOf } from '../../../api/types';

export type Kpi = ResourceOf<KpiSpec>;

/** Where a KPI's values come from; `none` is a reported gap. */
export const sourceTypes = ['query', 'manual', 'calculated', 'none'] as const;
export type SourceType = (typeof sourceTypes)[number];

/** What a KPI may lack; the server reports these in its status. */
export const gapNames = ['owner', 'steward', 'driver', 'source'] as const;
export type Gap = (typeof gapNames)[number];

/** What the catalogue shows of all KPIs; the URL holds it. */
export interface CatalogueFilter {
  q: string;
  perspective?: string;
  owner?: string;
  steward?: string;
  source?: SourceType;
  system?: string;
  /** `any` takes every KPI with a gap. */
  gap?: Gap | 'any';
  /** Counts from 1. */
  page: number;
}

export const PAGE_SIZE = 50;

/** A KPI with what other resources say of it. */
export interface CatalogueEntry {
  kpi: Kpi;
  source: SourceType;
  /** Name of the source system, its dataset's when it names none itself. */
  system?: string;
  /** Names of the perspectives in which objectives use it. */
  perspectives: string[];
  gaps: Gap[];
}

/** KPIs in the order of their titles, joined with the datasets that they read and the objectives that use them. */
export function catalogueOf(
  kpis: Kpi[],
  datasets: Array<ResourceOf<DatasetSpec>>,
  objectives: Array<ResourceOf<ObjectiveSpec>>
): CatalogueEntry[] {
  const systems = new Map(datasets.map(({ metadata, spec }) => [metadata.name, spec.system]));
  const perspectives = new Map<string, Set<string>>();
  for (const { spec } of objectives) {
    for (const { kpi } of spec.kpis ?? []) {
      perspectives.set(kpi, (perspectives.get(kpi) ?? new Set()).add(spec.perspective));
    }
  }
  return [...kpis]
    .sort((a, b) => a.spec.title.localeCompare(b.spec.title))
    .map((kpi) => ({
      kpi,
      source: kpi.spec.source?.type ?? 'none',
      system: systemOf(kpi.spec, systems),
      perspectives: [...(perspectives.get(kpi.metadata.name) ?? [])],
      gaps: gapsOf(kpi),
    }));
}

function systemOf({ source }: KpiSpec, systems: Map<string, string | undefined>): string | undefined {
  if (!source || source.type === 'calculated') {
    return undefined;
  }
  return source.system ?? (source.type === 'query' && source.dataset ? systems.get(source.dataset) : undefined);
}

/** What the server found missing. */
export function gapsOf({ status }: Pick<Kpi, 'status'>): Gap[] {
  const reported = Array.isArray(status?.gaps) ? status.gaps : [];
  return gapNames.filter((gap) => reported.includes(gap));
}

/** The entries that a filter leaves, in their order; every word of `q` has to occur somewhere in what people read of a KPI. */
export function filterCatalogue(entries: CatalogueEntry[], filter: CatalogueFilter): CatalogueEntry[] {
  const words = filter.q.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(
    (entry) =>
      words.every((word) => textOf(entry).includes(word)) &&
      (!filter.perspective || entry.perspectives.includes(filter.perspective)) &&
      (!filter.owner || entry.kpi.spec.owner === filter.owner) &&
      (!filter.steward || entry.kpi.spec.steward === filter.steward) &&
      (!filter.source || entry.source === filter.source) &&
      (!filter.system || entry.system === filter.system) &&
      (!filter.gap || (filter.gap === 'any' ? entry.gaps.length > 0 : entry.gaps.includes(filter.gap)))
  );
}

function textOf({ kpi: { metadata, spec } }: CatalogueEntry): string {
  const { title, description, valueDriver, owner, steward } = spec;
  return [metadata.name, title, description, valueDriver, owner, steward].join(' ').toLocaleLowerCase();
}

/** The entries of a page and how many pages there are; a page beyond the last one is the last one. */
export function pageOf(
  entries: CatalogueEntry[],
  page: number
): { entries: CatalogueEntry[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(entries.length / PAGE_SIZE));
  const shown = Math.min(Math.max(1, page), pages);
  return { entries: entries.slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE), page: shown, pages };
}

/** Distinct values of the entries in alphabetical order, for the choices of a filter. */
export function choicesOf(
  entries: CatalogueEntry[],
  pick: (entry: CatalogueEntry) => Array<string | undefined>
): string[] {
  const values = entries.flatMap(pick).filter((value): value is string => Boolean(value));
  return [...new Set(values)].sort((a, b) => a.localeCompare(b));
}

export function readFilter(params: URLSearchParams): CatalogueFilter {
  const text = (key: string) => params.get(key) || undefined;
  return {
    q: params.get('q') ?? '',
    perspective: text('perspective'),
    owner: text('owner'),
    steward: text('steward'),
    source: sourceTypes.find((type) => type === params.get('source')),
    system: text('system'),
    gap: (['any', ...gapNames] as const).find((gap) => gap === params.get('gap')),
    page: Math.max(1, Number.parseInt(params.get('page') ?? '1', 10) || 1),
  };
}

/** The query of a filter; what is as usual is left out. */
export function writeFilter({ page, ...filter }: CatalogueFilter): Record<string, string> {
  const entries = Object.entries({ ...filter, page: page > 1 ? String(page) : undefined });
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => Boolean(entry[1])));
}
