import { type ExplainStep } from '../../../api/types';

/** A step of a computation where it stands in the tree. */
export interface StepRow {
  /** Positions from the root down, such as `0.1.3`. */
  id: string;
  step: ExplainStep;
  /** 1 for the root. */
  level: number;
  expanded: boolean;
  /** Place among its siblings, from 1, and how many they are. */
  position: number;
  siblings: number;
}

export const ROOT = '0';

/** What is open at first: the root and the steps right below it. */
export function openAtFirst(root: ExplainStep): Set<string> {
  return new Set([ROOT, ...root.inputs.map((_, index) => `${ROOT}.${index}`)]);
}

/** The rows on screen: a step, and what is below it where it is open. */
export function rowsOf(root: ExplainStep, open: ReadonlySet<string>): StepRow[] {
  const rows: StepRow[] = [];
  const visit = (step: ExplainStep, id: string, level: number, position: number, siblings: number) => {
    const expanded = step.inputs.length > 0 && open.has(id);
    rows.push({ id, step, level, expanded, position, siblings });
    if (expanded) {
      step.inputs.forEach((input, index) => visit(input, `${id}.${index}`, level + 1, index + 1, step.inputs.length));
    }
  };
  visit(root, ROOT, 1, 1, 1);
  return rows;
}

/** What a key does in the tree. */
export type TreeAction = { focus: string } | { toggle: string };

/** Keys of a tree as WAI-ARIA describes them; undefined when the key does nothing here. */
export function keyAction(key: string, rows: StepRow[], focused: string): TreeAction | undefined {
  const index = rows.findIndex(({ id }) => id === focused);
  const row = rows[index];
  const at = (target: number): TreeAction | undefined => (rows[target] ? { focus: rows[target].id } : undefined);
  switch (row && key) {
    case 'ArrowDown':
      return at(index + 1);
    case 'ArrowUp':
      return at(index - 1);
    case 'Home':
      return at(0);
    case 'End':
      return at(rows.length - 1);
    case 'ArrowRight':
      if (row.step.inputs.length === 0) {
        return undefined;
      }
      return row.expanded ? at(index + 1) : { toggle: row.id };
    case 'ArrowLeft':
      if (row.expanded) {
        return { toggle: row.id };
      }
      return row.level > 1 ? { focus: row.id.slice(0, row.id.lastIndexOf('.')) } : undefined;
    default:
      return undefined;
  }
}
