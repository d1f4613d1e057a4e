import { type Resource } from '../../../api/types';

/** One write of a resource. `before` is the version that the write is based on, and what undoing brings back. */
export type Write =
  | { type: 'create'; document: Resource }
  | { type: 'replace'; document: Resource; before: Resource }
  | { type: 'delete'; before: Resource };

/** How writes reach the server; `execute` resolves to the resource as it is now, nothing after a deletion. */
export type Execute = (write: Write) => Promise<Resource | undefined>;

/**
 * Does the writes in order and resolves to those that undo them, in the order in which to do so. When one is refused, those
 * before it are undone and the refusal is thrown: an edit happens as a whole or not at all.
 */
export async function perform(writes: Write[], execute: Execute): Promise<Write[]> {
  const inverses: Write[] = [];
  for (const write of writes) {
    try {
      inverses.unshift(inverseOf(write, await execute(write)));
    } catch (refusal) {
      for (const inverse of inverses) {
        await execute(inverse);
      }
      throw refusal;
    }
  }
  return inverses;
}

function inverseOf(write: Write, now: Resource | undefined): Write {
  switch (write.type) {
    case 'create':
      return { type: 'delete', before: now ?? write.document };
    case 'replace':
      return { type: 'replace', document: write.before, before: now ?? write.document };
    case 'delete':
      return { type: 'create', document: write.before };
  }
}

/**
 * Undoes the newest of several edits, each kept as the writes that undo it, and resolves to the others. What undoing brings
 * back has a new version, on which the others are based from then on.
 */
export async function undoNewest(edits: Write[][], execute: Execute): Promise<Write[][]> {
  let rest = edits.slice(0, -1);
  await perform(edits.at(-1) ?? [], async (write) => {
    const now = await execute(write);
    if (write.type !== 'delete' && now) {
      rest = rest.map((edit) => edit.map((older) => rebase(older, write.document, now)));
    }
    return now;
  });
  return rest;
}

function rebase(write: Write, from: Resource, to: Resource): Write {
  const isBasedOn = (before: Resource) =>
    before.kind === from.kind &&
    before.metadata.name === from.metadata.name &&
    before.metadata.version === from.metadata.version;
  return write.type !== 'create' && isBasedOn(write.before) ? { ...write, before: to } : write;
}
