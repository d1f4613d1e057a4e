import { LineCounter, parseDocument, stringify } from 'yaml';
import { API_VERSION, type KindName } from '../../contract';
import { type Resource } from '../../api/types';
import { t } from '../../i18n';

/** What people write of a resource; the form and the YAML view are two ways to look at one of these. */
export interface Draft<Spec = Record<string, unknown>> {
  metadata: { name: string; labels?: Record<string, string> };
  spec: Spec;
}

/** Query models belong to their data source: whatever stands in them, empty texts included, is kept as it is. */
const OPAQUE = new Set(['query']);

/**
 * A value without what forms leave behind in fields that were never filled: texts of nothing but blanks, NaN, null, empty lists
 * and objects. An object in a list stays, however empty: somebody added it, and the items after it keep their places.
 */
export function prune(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => prune(item) ?? (isRecord(item) ? {} : undefined)).filter((item) => item !== undefined);
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .map(([key, item]): [string, unknown] => [key, OPAQUE.has(key) ? item : prune(item)])
      .filter(([, item]) => item !== undefined && !isEmptyList(item));
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  }
  return isBlank(value) || value === null || Number.isNaN(value) ? undefined : value;
}

const isBlank = (value: unknown) => typeof value === 'string' && value.trim() === '';

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

/** The document that a draft stands for. */
export function toResource(kind: KindName, { metadata, spec }: Draft): Resource {
  return {
    apiVersion: API_VERSION,
    kind,
    metadata: { name: metadata.name, ...(prune({ labels: metadata.labels }) as object | undefined) },
    spec: (prune(spec) ?? {}) as Record<string, unknown>,
  };
}

export function toYaml(kind: KindName, draft: Draft): string {
  return stringify(toResource(kind, draft), { lineWidth: 0 });
}

/** A place in a text where it can't be read; lines and columns count from 1. */
export interface YamlProblem {
  message: string;
  line?: number;
  column?: number;
}

/** YAML that can't be read yet, and why. */
export interface Unread {
  text: string;
  problems: YamlProblem[];
}

export type Parsed = { draft: Draft } | { problems: YamlProblem[] };

/** Reads one document of the given kind. Only its frame is checked; the contract's schema judges the rest. */
export function fromYaml(kind: KindName, text: string): Parsed {
  const document = parseDocument(text, { lineCounter: new LineCounter() });
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map(({ message, linePos }) => ({
        message: message.split(' at line ')[0],
        line: linePos?.[0].line,
        column: linePos?.[0].col,
      })),
    };
  }
  let content: unknown;
  try {
    content = document.toJS();
  } catch (error) {
    // References to what isn't there, or too many of them, show only now.
    return { problems: [{ message: error instanceof Error ? error.message : String(error) }] };
  }
  if (!isRecord(content) || !isRecord(content.metadata) || !isRecord(content.spec)) {
    return { problems: [{ message: t('components.editor.frame', 'A document has kind, metadata and spec.') }] };
  }
  if (content.kind !== kind) {
    return { problems: [{ message: t('components.editor.kind', 'The kind must stay {{kind}}.', { kind }) }] };
  }
  const { name, labels } = content.metadata;
  return {
    draft: {
      metadata: { name: String(name ?? ''), ...(isRecord(labels) ? { labels: labels as Record<string, string> } : {}) },
      spec: content.spec,
    },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `/spec/perspectives/0/title` → `spec.perspectives.0.title`, the name of the form's field. */
export function fieldOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}

/** A name for a title: lower-case letters, digits and hyphens, at most 100 of them. */
export function slugOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 100)
    .replace(/^-+|-+$/g, '');
}
