import { type Row } from './rows';

/** What a key does in a tree: move the focus to a row, open one, close one. */
export type TreeAction = { focus: string } | { toggle: string } | { open: string[] };

/**
 * Keys of a tree as WAI-ARIA describes them for treegrids. `current` is the index of the focused row. Undefined when the key
 * does nothing here.
 */
export function treeKey(key: string, rows: Row[], current: number): TreeAction | undefined {
  const row = rows[current];
  if (!row) {
    return undefined;
  }
  const at = (index: number): TreeAction | undefined => (rows[index] ? { focus: rows[index].place.id } : undefined);
  switch (key) {
    case 'ArrowDown':
      return at(current + 1);
    case 'ArrowUp':
      return at(current - 1);
    case 'Home':
      return at(0);
    case 'End':
      return at(rows.length - 1);
    case 'ArrowRight':
      if (!row.expandable) {
        return undefined;
      }
      return row.expanded ? at(current + 1) : { toggle: row.place.id };
    case 'ArrowLeft':
      if (row.expanded) {
        return { toggle: row.place.id };
      }
      return row.place.parent && { focus: row.place.parent.id };
    case '*':
      return { open: siblings(rows, row).map(({ place }) => place.id) };
    default:
      return undefined;
  }
}

function siblings(rows: Row[], { place: { parent } }: Row): Row[] {
  return rows.filter(({ place, expandable, expanded }) => place.parent === parent && expandable && !expanded);
}

/** The next row whose name begins with what was typed; a single letter typed again goes on to the next one. */
export function typeAhead(typed: string, rows: Row[], current: number): string | undefined {
  const start = typed.length === 1 ? current + 1 : current;
  const wanted = typed.toLocaleLowerCase();
  const ordered = [...rows.slice(start), ...rows.slice(0, start)];
  return ordered.find(({ place }) => place.node.title.toLocaleLowerCase().startsWith(wanted))?.place.id;
}
