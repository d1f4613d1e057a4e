import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { type Scheme } from '../../../api/types';
import { formatScore } from '../../../components/format';
import { rankColor, rankOf, SHAPES, statusLabel } from '../../../components/status';
import { t } from '../../../i18n';
import { type HeatCell, type HeatGroup } from '../heatmap';

export interface HeatColumn {
  key: string;
  /** Short head of the column. */
  title: string;
  /** In full, for the names of cells. */
  name: string;
}

interface Props {
  label: string;
  columns: HeatColumn[];
  groups: HeatGroup[];
  scheme: Scheme;
  onCell: (row: string, column: string) => void;
}

/** A table of scores; each cell is a button with the shape of its status inside that leads to its place in detail. */
export function HeatTable({ label, columns, groups, scheme, onCell }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.scroll}>
      <table aria-label={label} className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {t('scorecards.heatmap.kpi', 'KPI')}
            </th>
            {columns.map(({ key, title, name }) => (
              <th key={key} scope="col" className={styles.head} title={name}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ perspective, rows }) => (
          <tbody key={perspective.id}>
            <tr>
              <th scope="rowgroup" colSpan={columns.length + 1} className={styles.group}>
                {perspective.node.title}
              </th>
            </tr>
            {rows.map(({ place, cells }) => (
              <tr key={place.id}>
                <th scope="row" className={styles.name}>
                  {place.node.title}
                </th>
                {cells.map((cell, index) => (
                  <td key={columns[index].key} className={styles.cell}>
                    {cell && (
                      <CellButton
                        cell={cell}
                        scheme={scheme}
                        name={`${place.node.title}, ${columns[index].name}`}
                        onClick={() => onCell(place.id, columns[index].key)}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface CellProps {
  cell: HeatCell;
  scheme: Scheme;
  /** Row and column in words. */
  name: string;
  onClick: () => void;
}

function CellButton({ cell: { score, status }, scheme, name, onClick }: CellProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const rank = rankOf(status, scheme);
  const color = rankColor(theme, rank);
  return (
    <button
      type="button"
      className={styles.button}
      style={{
        background: rank === 'none' ? 'transparent' : theme.colors.emphasize(theme.colors.background.secondary),
      }}
      aria-label={`${name}: ${score === null ? '' : `${formatScore(score)}, `}${statusLabel(status)}`}
      onClick={onClick}
    >
      <span aria-hidden style={{ color }}>
        {SHAPES[rank]}
      </span>
      <span aria-hidden>{score === null ? '' : formatScore(score)}</span>
    </button>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflow: 'auto', marginTop: theme.spacing(1), maxHeight: 'max(320px, calc(100vh - 290px))' }),
  table: css({ borderCollapse: 'separate', borderSpacing: 2 }),
  corner: css({
    textAlign: 'left',
    position: 'sticky',
    left: 0,
    top: 0,
    zIndex: 2,
    background: theme.colors.background.primary,
  }),
  head: css({
    position: 'sticky',
    top: 0,
    zIndex: 1,
    padding: theme.spacing(0.5, 1),
    textAlign: 'center',
    whiteSpace: 'nowrap',
    background: theme.colors.background.primary,
  }),
  group: css({ textAlign: 'left', padding: theme.spacing(1, 0, 0.5), color: theme.colors.text.secondary }),
  name: css({
    position: 'sticky',
    left: 0,
    minWidth: 200,
    maxWidth: 360,
    padding: theme.spacing(0, 1, 0, 0),
    textAlign: 'left',
    fontWeight: 'inherit',
    background: theme.colors.background.primary,
  }),
  cell: css({ padding: 0 }),
  button: css({
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(0.5),
    width: '100%',
    minWidth: 56,
    height: 28,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    fontVariantNumeric: 'tabular-nums',
    '&:hover': { borderColor: theme.colors.border.strong },
  }),
});
