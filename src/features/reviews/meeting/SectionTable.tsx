import { cx } from '@emotion/css';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { type ReportTable } from '../../../api/reports';
import { type Scheme } from '../../../api/types';
import { ABSENT, formatValue } from '../../../components/format';
import { StatusMark } from '../../../components/StatusMark';
import { tableStyles } from '../../../components/tableStyles';
import { cellText, columnHeading, reportHeading } from './reportWords';

interface Props {
  table: ReportTable;
  scheme: Scheme;
  label: string;
  /** The server's notes in the reader's language. */
  notes: ReadonlyMap<string, string>;
}

/** Says in words, for files, what numbers are measured in; here they say it themselves. */
const UNIT_COLUMN = 'unitOfMeasure';

/** What the server puts before a title for every level of a tree: an em space. */
const INDENT = '\u2003';

/**
 * A table of a report. Its first column heads the rows; numbers have the decimals of their column, else of their row. Columns
 * that say nothing in any row are left out.
 */
export function SectionTable({ table, scheme, label, notes }: Props) {
  const styles = useStyles2(tableStyles);
  const theme = useTheme2();
  const { title, rows, rowDecimals, rowUnits } = table;
  const columns = table.columns
    .map((column, index) => ({ ...column, index }))
    .filter(
      ({ index, name, type }) =>
        index === 0 || type === 'status' || (name !== UNIT_COLUMN && rows.some((row) => row[index] !== null))
    );
  return (
    <div>
      {title && <h4>{reportHeading(title)}</h4>}
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={label}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.name} scope="col" className={cx(column.type === 'number' && styles.number)}>
                  {columnHeading(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {columns.map((heading) => {
                  const { name, type, decimals, index: column } = heading;
                  const level = column === 0 ? levelOf(row[0]) : 0;
                  const cell = (
                    <Cell
                      value={level > 0 ? String(row[0]).slice(level) : row[column]}
                      write={(text) => cellText(text, heading, notes)}
                      type={type}
                      decimals={decimals ?? rowDecimals?.[index] ?? null}
                      unit={decimals === null ? (rowUnits?.[index] ?? null) : null}
                      scheme={scheme}
                    />
                  );
                  return column === 0 ? (
                    <th key={name} scope="row" dir="auto" style={{ paddingInlineStart: theme.spacing(1 + 2 * level) }}>
                      {cell}
                    </th>
                  ) : (
                    <td key={name} dir="auto" className={cx(type === 'number' && styles.number)}>
                      {cell}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** How deep in a tree a row stands. */
function levelOf(title: unknown): number {
  const text = String(title ?? '');
  return text.length - text.replace(new RegExp(`^${INDENT}+`), '').length;
}

interface CellProps {
  value: unknown;
  /** What a text says. */
  write: (text: string) => string;
  type: ReportTable['columns'][number]['type'];
  decimals: number | null;
  unit: string | null;
  scheme: Scheme;
}

function Cell({ value, write, type, decimals, unit, scheme }: CellProps) {
  if (type === 'status') {
    return <StatusMark status={typeof value === 'string' ? value : null} scheme={scheme} />;
  }
  if (typeof value === 'number') {
    return <>{formatValue(value, unit, decimals)}</>;
  }
  return <>{typeof value === 'string' ? write(value) : type === 'number' ? ABSENT : ''}</>;
}
