import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { type Scheme } from '../../../api/types';
import { type Place as LinkPlace } from '../../../components/links';
import { t } from '../../../i18n';
import { type Column, columns, type Row, type Sort, type SortKey, sortKeys } from '../rows';
import { kpiUrlOf } from '../placeUrl';
import { isKpi } from '../tree';
import { treeKey, typeAhead } from '../treeKeys';
import { columnLabel } from './columnLabel';
import { TreeRow } from './TreeRow';
import { useTyped } from './useTyped';

interface Props {
  rows: Row[];
  scheme: Scheme;
  hidden: Column[];
  sort?: Sort;
  /** Row that was linked to: it comes into sight and has the tab stop first. */
  linked?: string;
  at: LinkPlace;
  onSort: (sort: Sort | undefined) => void;
  onToggle: (id: string) => void;
  onOpen: (ids: string[]) => void;
}

/** The scored tree as a WAI-ARIA treegrid: one row has the tab stop, keys move it. */
export function TreeTable({ rows, scheme, hidden, sort, linked, at, onSort, onToggle, onOpen }: Props) {
  const styles = useStyles2(getStyles);
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  const typed = useTyped();
  const [focused, setFocused] = useState(linked);
  const shown = useMemo(() => columns.filter((column) => !hidden.includes(column)), [hidden]);
  const current = Math.max(
    0,
    rows.findIndex(({ place }) => place.id === focused)
  );

  // A row that was linked to comes into sight once; later moves of the focus scroll by themselves.
  useEffect(() => {
    rowElement(body.current, linked)?.scrollIntoView({ block: 'center' });
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const focusRow = (id: string) => rowElement(body.current, id)?.focus();

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target as HTMLElement).matches('tr')) {
      return;
    }
    const { place } = rows[current];
    if (event.key === 'Enter' && isKpi(place.node)) {
      event.preventDefault();
      navigate(kpiUrlOf(place, at));
      return;
    }
    const action = treeKey(event.key, rows, current);
    if (action) {
      event.preventDefault();
      if ('focus' in action) {
        focusRow(action.focus);
      } else if ('toggle' in action) {
        onToggle(action.toggle);
      } else {
        onOpen(action.open);
      }
      return;
    }
    if (event.key.length === 1 && event.key !== ' ') {
      const found = typeAhead(typed(event.key), rows, current);
      if (found) {
        focusRow(found);
      }
    }
  };

  return (
    <div className={styles.scroll}>
      <table role="treegrid" aria-label={t('scorecards.tree.label', 'Scorecard in detail')} className={styles.table}>
        <thead>
          <tr>
            <HeaderCell column="name" sort={sort} onSort={onSort} className={styles.nameHead} />
            {shown.map((column) => (
              <HeaderCell
                key={column}
                column={column}
                sort={sort}
                onSort={onSort}
                className={NUMBERS.has(column) ? styles.numberHead : undefined}
              />
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {rows.map((row, index) => (
            <TreeRow
              key={row.place.id}
              row={row}
              scheme={scheme}
              shown={shown}
              focusable={index === current}
              at={at}
              onFocus={setFocused}
              onToggle={onToggle}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function rowElement(body: HTMLElement | null, id: string | undefined): HTMLElement | undefined {
  return id === undefined
    ? undefined
    : Array.from(body?.querySelectorAll<HTMLElement>('[role="row"]') ?? []).find(({ dataset }) => dataset.row === id);
}

interface HeaderProps {
  column: Column | 'name';
  sort?: Sort;
  onSort: (sort: Sort | undefined) => void;
  className?: string;
}

/** Head of a column; sortable ones go from rising to falling to the scorecard's own order. */
function HeaderCell({ column, sort, onSort, className }: HeaderProps) {
  const styles = useStyles2(getStyles);
  const key: SortKey | undefined = sortKeys.find((sortable) => sortable === column);
  const label = columnLabel(column);
  if (!key) {
    return (
      <th scope="col" className={cx(styles.head, className)}>
        {label}
      </th>
    );
  }
  const sorted = sort?.key === key ? sort : undefined;
  const next = !sorted ? { key, descending: false } : sorted.descending ? undefined : { key, descending: true };
  return (
    <th
      scope="col"
      aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : 'none'}
      className={cx(styles.head, className)}
    >
      <button type="button" className={styles.sort} onClick={() => onSort(next)}>
        {label} <span aria-hidden>{sorted ? (sorted.descending ? '↓' : '↑') : ''}</span>
      </button>
    </th>
  );
}

const NUMBERS: ReadonlySet<string> = new Set<Column>(['value', 'score']);

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflow: 'auto', maxHeight: 'max(320px, calc(100vh - 290px))' }),
  table: css({ width: '100%', borderCollapse: 'separate', borderSpacing: 0 }),
  head: css({
    position: 'sticky',
    top: 0,
    zIndex: 1,
    height: 32,
    padding: theme.spacing(0, 1),
    textAlign: 'left',
    whiteSpace: 'nowrap',
    background: theme.colors.background.secondary,
    borderBottom: `1px solid ${theme.colors.border.medium}`,
  }),
  numberHead: css({ textAlign: 'right' }),
  nameHead: css({ left: 0, zIndex: 2, minWidth: 240 }),
  sort: css({ border: 0, padding: 0, background: 'none', font: 'inherit', color: 'inherit' }),
});
