import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { memo } from 'react';
import { type Node, type Scheme } from '../../../api/types';
import { AppLink } from '../../../components/AppLink';
import { BulletBar } from '../../../components/BulletBar';
import { Coverage } from '../../../components/Coverage';
import { formatScore, formatValue, numberFormat } from '../../../components/format';
import { type Place as LinkPlace } from '../../../components/links';
import { Sparkline } from '../../../components/Sparkline';
import { StateMark } from '../../../components/StateMark';
import { StatusMark } from '../../../components/StatusMark';
import { TrendMark } from '../../../components/TrendMark';
import { t } from '../../../i18n';
import { type Column, type Row } from '../rows';
import { isKpi, scoreHistory } from '../tree';
import { kpiUrlOf } from '../placeUrl';

interface Props {
  row: Row;
  scheme: Scheme;
  shown: Column[];
  /** Whether this row has the table's tab stop. */
  focusable: boolean;
  at: LinkPlace;
  onFocus: (id: string) => void;
  onToggle: (id: string) => void;
}

const INDENT_PX = 20;

/** One perspective, objective or KPI of the tree-table. Rows are many: each renders again only when it changes. */
export const TreeRow = memo(function TreeRow({ row, scheme, shown, focusable, at, onFocus, onToggle }: Props) {
  const styles = useStyles2(getStyles);
  const { place, expandable, expanded, position, setSize } = row;
  const { node, level, id } = place;
  const tabIndex = focusable ? 0 : -1;
  return (
    <tr
      role="row"
      data-row={id}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={setSize}
      aria-expanded={expandable ? expanded : undefined}
      tabIndex={tabIndex}
      onFocus={() => onFocus(id)}
      className={styles.row}
    >
      <th scope="row" className={styles.name}>
        <span className={styles.flex} style={{ paddingLeft: (level - 1) * INDENT_PX }}>
          {expandable ? (
            <button
              type="button"
              tabIndex={-1}
              className={styles.toggle}
              aria-label={toggleLabel(node, expanded)}
              onClick={() => onToggle(id)}
            >
              <Icon name={expanded ? 'angle-down' : 'angle-right'} aria-hidden />
            </button>
          ) : (
            <span className={styles.leaf} />
          )}
          {isKpi(node) ? (
            <AppLink to={kpiUrlOf(place, at)} tabIndex={tabIndex} title={node.title} className={styles.title}>
              {node.title}
            </AppLink>
          ) : (
            <span className={styles.title} title={node.title}>
              {node.title}
            </span>
          )}
          <Weight weight={node.weight} />
          <Coverage node={node} />
        </span>
      </th>
      {shown.map((column) => (
        <td
          key={column}
          role="gridcell"
          className={column === 'value' || column === 'score' ? styles.number : styles.cell}
        >
          <Cell column={column} node={node} scheme={scheme} tabIndex={tabIndex} />
        </td>
      ))}
    </tr>
  );
});

function toggleLabel({ title }: Node, expanded: boolean): string {
  return expanded
    ? t('scorecards.tree.close', 'Close {{title}}', { title })
    : t('scorecards.tree.open', 'Open {{title}}', { title });
}

/** The weight among siblings where it isn't the usual 1. */
function Weight({ weight }: { weight: number }) {
  const styles = useStyles2(getStyles);
  if (weight === 1) {
    return null;
  }
  return (
    <span className={styles.weight}>
      {weight === 0
        ? t('scorecards.tree.not-counted', 'not counted')
        : t('scorecards.tree.weight', 'weight {{weight}}', {
            weight: numberFormat({ maximumSignificantDigits: 3 }).format(weight),
          })}
    </span>
  );
}

interface CellProps {
  column: Column;
  node: Node;
  scheme: Scheme;
  tabIndex: number;
}

function Cell({ column, node, scheme, tabIndex }: CellProps) {
  const format = (value: number | null) => formatValue(value, node.unitOfMeasure, node.decimals);
  switch (column) {
    case 'status':
      return <StatusMark status={node.status} scheme={scheme} reason={node.reason} override={node.override} />;
    case 'value':
      return isKpi(node) ? (
        <>
          <StateMark state={node.state} carried={node.carried} closesAt={node.closesAt} tabIndex={tabIndex} />{' '}
          {format(node.value)}
        </>
      ) : null;
    case 'target':
      return isKpi(node) ? (
        <BulletBar value={node.value} target={node.target} bands={node.bands ?? []} scheme={scheme} format={format} />
      ) : null;
    case 'score':
      return formatScore(node.score);
    case 'trend':
      return <TrendMark trend={node.trend} />;
    case 'history':
      return <Sparkline points={scoreHistory(node)} label={t('scorecards.score', 'Score')} format={formatScore} />;
    case 'owner':
      return node.owner ?? (isKpi(node) ? t('scorecards.no-owner', 'no owner') : null);
  }
}

const getStyles = (theme: GrafanaTheme2) => {
  const cell = {
    height: 32,
    padding: theme.spacing(0, 1),
    whiteSpace: 'nowrap',
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    verticalAlign: 'middle',
    '& svg': { verticalAlign: 'middle' },
  } as const;
  return {
    row: css({
      background: theme.colors.background.primary,
      '&:hover': { background: theme.colors.background.secondary },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -2 },
    }),
    name: css(cell, {
      position: 'sticky',
      left: 0,
      background: 'inherit',
      textAlign: 'left',
      fontWeight: 'inherit',
      maxWidth: 420,
    }),
    flex: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
    title: css({ overflow: 'hidden', textOverflow: 'ellipsis' }),
    toggle: css({ border: 0, padding: 0, background: 'none', color: theme.colors.text.secondary, width: 16 }),
    leaf: css({ width: 16, flexShrink: 0 }),
    weight: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
    cell: css(cell),
    number: css(cell, { textAlign: 'right', fontVariantNumeric: 'tabular-nums' }),
  };
};
