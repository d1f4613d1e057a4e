import { useMemo, useState } from 'react';
import { type View } from '../../api/types';
import { type Place as LinkPlace } from '../../components/links';
import { TreeTable } from '../../features/scorecards/components/TreeTable';
import { type Column, openByDefault, type Sort, visibleRows } from '../../features/scorecards/rows';
import { flatten, type Place } from '../../features/scorecards/tree';

interface Props {
  view: View;
  places: Place[];
  at: LinkPlace;
  width: number;
}

/** Columns that go first where room is short, each with the width from which on there is room for it, in pixels. */
const ROOM: Array<[Column, number]> = [
  ['owner', 1000],
  ['history', 860],
  ['target', 720],
  ['trend', 600],
  ['value', 480],
];

/** The tree-table of a scorecard; what is open and how it is sorted is this panel's own, and forgotten with it. */
export function DetailTable({ view, places, at, width }: Props) {
  const all = useMemo(() => flatten(places), [places]);
  const [chosen, setChosen] = useState<Set<string>>();
  const [sort, setSort] = useState<Sort>();
  const open = chosen ?? openByDefault(all);
  const levels = view.scheme.levels.map(({ name }) => name);
  return (
    <TreeTable
      rows={visibleRows(places, { open, sort, matches: undefined, levels })}
      scheme={view.scheme}
      hidden={ROOM.flatMap(([column, needed]) => (width < needed ? [column] : []))}
      sort={sort}
      at={at}
      onSort={setSort}
      onToggle={(id) => setChosen(new Set(open.has(id) ? [...open].filter((other) => other !== id) : [...open, id]))}
      onOpen={(ids) => setChosen(new Set([...open, ...ids]))}
    />
  );
}
