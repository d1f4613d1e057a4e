import { Button, Stack } from '@grafana/ui';
import { useCallback, useMemo } from 'react';
import { type View } from '../../../api/types';
import { EmptyState } from '../../../components/EmptyState';
import { KeysHelp } from '../../../components/KeysHelp';
import { type Place as LinkPlace } from '../../../components/links';
import { t } from '../../../i18n';
import { isFiltering, matching, openByDefault, visibleRows } from '../rows';
import { flatten, type Place } from '../tree';
import { type UrlState } from '../urlState';
import { type Update } from '../useUrlState';
import { DetailToolbar } from './DetailToolbar';
import { TreeTable } from './TreeTable';

interface Props {
  view: View;
  places: Place[];
  state: UrlState;
  update: Update;
  /** Where the numbers are looked at, for links to other pages. */
  at: LinkPlace;
}

const NO_FILTER = { statuses: [], states: [], owner: undefined };

/** Perspectives, objectives and KPIs in one tree-table that can be filtered, sorted and walked by keys. */
export function DetailView({ view, places, state, update, at }: Props) {
  const { filter, sort, hidden, row, toggled } = state;
  const levels = useMemo(() => view.scheme.levels.map(({ name }) => name), [view.scheme]);
  const all = useMemo(() => flatten(places), [places]);
  const usual = useMemo(() => openByDefault(all), [all]);
  const open = useMemo(() => openRows(all, usual, toggled, row), [all, usual, toggled, row]);
  const matches = useMemo(() => (isFiltering(filter) ? matching(all, filter) : undefined), [all, filter]);
  const rows = useMemo(
    () => visibleRows(places, { open, sort, matches, levels }),
    [places, open, sort, matches, levels]
  );

  const onToggle = useCallback(
    (id: string) => update({ toggled: differences(usual, differences(open, [id])), row: id }, { replace: true }),
    [usual, open, update]
  );

  return (
    <>
      <Stack gap={1} alignItems="center" wrap="wrap">
        <DetailToolbar all={all} levels={levels} filter={filter} hidden={hidden} update={update} />
        <KeysHelp keys={treeKeys()} />
      </Stack>
      {rows.length === 0 ? (
        <EmptyState
          title={t('scorecards.detail.no-match', 'No KPI matches the filter')}
          action={
            <Button variant="secondary" onClick={() => update({ filter: NO_FILTER })}>
              {t('scorecards.detail.clear', 'Clear the filter')}
            </Button>
          }
        />
      ) : (
        <TreeTable
          rows={rows}
          scheme={view.scheme}
          hidden={hidden}
          sort={sort}
          linked={row}
          at={at}
          onSort={(next) => update({ sort: next }, { replace: true })}
          onToggle={onToggle}
          onOpen={(ids) => update({ toggled: differences(usual, [...open, ...ids]) }, { replace: true })}
        />
      )}
    </>
  );
}

/** Keys of the tree-table, in words. */
function treeKeys(): Array<[string, string]> {
  return [
    ['↑ ↓', t('scorecards.keys.move', 'previous, next row')],
    ['→', t('scorecards.keys.open', 'open a row, or go to its first one below')],
    ['←', t('scorecards.keys.close', 'close a row, or go to the one above')],
    ['Home End', t('scorecards.keys.ends', 'first, last row')],
    ['*', t('scorecards.keys.siblings', 'open all rows beside this one')],
    ['A … Z', t('scorecards.keys.type', 'go to the next row that begins with what is typed')],
    ['Enter', t('scorecards.keys.enter', 'open the page of the KPI')],
  ];
}

/** Open rows: the usual ones with what was toggled, and all that lead to a row that was linked to. */
function openRows(all: Place[], usual: Set<string>, toggled: string[], row: string | undefined): Set<string> {
  const open = new Set(differences(usual, toggled));
  for (let above = all.find(({ id }) => id === row)?.parent; above; above = above.parent) {
    open.add(above.id);
  }
  return open;
}

/** What is in one of the two, but not in both. */
function differences(a: Iterable<string>, b: Iterable<string>): string[] {
  const left = new Set(a);
  const right = new Set(b);
  return [...[...left].filter((id) => !right.has(id)), ...[...right].filter((id) => !left.has(id))];
}
