import { cx } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import { type ReportTable } from '../../../api/reports';
import { type Scheme } from '../../../api/types';
import { ABSENT, formatValue } from '../../../components/format';
import { StatusMark } from '../../../components/StatusMark';
import { tableStyles } from '../../../components/tableStyles';

interface Props {
  table: ReportTable;
  scheme: Scheme;
  label: string;
}

/** A table of a report. Its first column heads the rows; numbers have the decimals of their column, else of their row. */
export function SectionTable({ table, scheme, label }: Props) {
  const styles = useStyles2(tableStyles);
  const { title, columns, rows, rowDecimals } = table;
  return (
    <div>
      {title && <h4>{title}</h4>}
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={label}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.name} scope="col" className={cx(column.type === 'number' && styles.number)}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {columns.map(({ name, type, decimals }, column) => {
                  const cell = (
                    <Cell
                      value={row[column]}
                      type={type}
                      decimals={decimals ?? rowDecimals?.[index] ?? null}
                      scheme={scheme}
                    />
                  );
                  return column === 0 ? (
                    <th key={name} scope="row" dir="auto" style={{ whiteSpace: 'pre-wrap' }}>
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

interface CellProps {
  value: unknown;
  type: ReportTable['columns'][number]['type'];
  decimals: number | null;
  scheme: Scheme;
}

function Cell({ value, type, decimals, scheme }: CellProps) {
  if (type === 'status') {
    return <StatusMark status={typeof value === 'string' ? value : null} scheme={scheme} />;
  }
  if (typeof value === 'number') {
    return <>{formatValue(value, null, decimals)}</>;
  }
  return <>{value ?? (type === 'number' ? ABSENT : '')}</>;
}
