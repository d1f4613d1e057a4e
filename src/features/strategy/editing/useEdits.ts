import { useState } from 'react';
import { pathOf, request } from '../../../api/client';
import { saveResource, useWrite } from '../../../api/resources';
import { type Resource } from '../../../api/types';
import { pluralOf } from '../../../contract';
import { type Execute, perform, undoNewest, type Write } from '../model/writes';

/** Edits of this visit to edit mode: each can be undone, newest first. */
export interface Edits {
  /** Does an edit; resolves to whether the server took it. */
  run: (writes: Write[]) => Promise<boolean>;
  undo: () => Promise<boolean>;
  /** How many edits can be undone. */
  undoable: number;
  pending: boolean;
  error: Error | null;
  dismissError: () => void;
}

const execute: Execute = async (write) => {
  switch (write.type) {
    case 'create':
      return saveResource(write.document, undefined);
    case 'replace':
      return saveResource(write.document, write.before.metadata.version);
    case 'delete': {
      const { kind, metadata } = write.before;
      await request<Resource>('DELETE', pathOf(pluralOf(kind), metadata.name), { ifMatch: metadata.version });
      return undefined;
    }
  }
};

export function useEdits(): Edits {
  const [done, setDone] = useState<Write[][]>([]);
  const { mutateAsync, isPending, error, reset } = useWrite((step: () => Promise<Write[][]>) => step());
  const take = async (step: () => Promise<Write[][]>) => {
    try {
      await mutateAsync(async () => {
        const next = await step();
        setDone(next);
        return next;
      });
      return true;
    } catch {
      return false; // `error` says why
    }
  };
  return {
    run: (writes) => take(async () => [...done, await perform(writes, execute)]),
    undo: () => take(() => undoNewest(done, execute)),
    undoable: done.length,
    pending: isPending,
    error,
    dismissError: reset,
  };
}
