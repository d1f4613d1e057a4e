/** What the tree of units needs to know of one. */
export interface UnitItem {
  name: string;
  title: string;
  parent?: string;
}

/** A unit with its place in the tree, in the order in which a tree is read. */
export interface PlacedUnit extends UnitItem {
  depth: number;
}

/**
 * `top` and the units below it (or the whole forest), parents before children, siblings by title. A unit whose parent isn't
 * in the list, as when the caller may not see it, counts as a root.
 */
export function unitTree(units: UnitItem[], top?: string): PlacedUnit[] {
  const byName = new Map(units.map((unit) => [unit.name, unit]));
  const children = new Map<string | undefined, UnitItem[]>();
  for (const unit of [...units].sort((a, b) => a.title.localeCompare(b.title))) {
    const parent = unit.parent && byName.has(unit.parent) ? unit.parent : undefined;
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  const placed: PlacedUnit[] = [];
  const visit = (unit: UnitItem, depth: number) => {
    placed.push({ ...unit, depth });
    children.get(unit.name)?.forEach((child) => visit(child, depth + 1));
  };
  const root = top === undefined ? undefined : byName.get(top);
  if (root) {
    visit(root, 0);
  } else if (top === undefined) {
    children.get(undefined)?.forEach((unit) => visit(unit, 0));
  }
  return placed;
}

/** The way from `top` (or the root) down to a unit, both included; a unit outside `top` has the way from its root. */
export function unitPath(units: UnitItem[], unit: string, top?: string): UnitItem[] {
  const byName = new Map(units.map((item) => [item.name, item]));
  const path: UnitItem[] = [];
  let next = byName.get(unit);
  while (next && !path.includes(next)) {
    path.unshift(next);
    next = next.name === top || next.parent === undefined ? undefined : byName.get(next.parent);
  }
  return path;
}

/**
 * The unit at the top of the largest tree, the first one by title of several: what is shown first where nobody chose one.
 * undefined of a forest with one tree or none, whose top the server knows.
 */
export function largestTop(units: UnitItem[]): string | undefined {
  const tops = unitTree(units).filter(({ depth }) => depth === 0);
  if (tops.length < 2) {
    return undefined;
  }
  const sizes = new Map(tops.map(({ name }) => [name, unitTree(units, name).length]));
  const largest = Math.max(...sizes.values());
  return tops.find(({ name }) => sizes.get(name) === largest)?.name;
}
