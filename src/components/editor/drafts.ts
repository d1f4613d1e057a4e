import { type Draft } from './document';

const PREFIX = 'bsc-scorecard-app.draft';

/** Where unsaved changes of one resource wait in the browser's session; a resource that isn't created yet has no name. */
export function draftKey(kind: string, name: string | undefined): string {
  return `${PREFIX}.${kind}.${name ?? ''}`;
}

/** Unsaved changes and the version that they are based on. */
interface StoredDraft {
  version?: number;
  draft: Draft;
}

export function storeDraft(key: string, stored: StoredDraft): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(stored));
  } catch {
    // A full or forbidden session storage only costs the safety net.
  }
}

/** Changes that wait for this version; those of another version are out of date and don't come back. */
export function readDraft(key: string, version: number | undefined): Draft | undefined {
  try {
    const stored: StoredDraft | null = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return stored && stored.version === version ? stored.draft : undefined;
  } catch {
    return undefined;
  }
}

export function dropDraft(key: string): void {
  sessionStorage.removeItem(key);
}
