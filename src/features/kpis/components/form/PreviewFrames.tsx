import { useStyles2 } from '@grafana/ui';
import { type Preview } from '../../../../api/types';
import { ABSENT } from '../../../../components/format';
import { tableStyles } from '../../../../components/tableStyles';
import { t } from '../../../../i18n';

/** The first rows of what the query gave; open while nobody has said yet what they mean. */
export function PreviewFrames({ frames, values }: Pick<Preview, 'frames' | 'values'>) {
  const styles = useStyles2(tableStyles);
  return (
    <>
      {frames.map(({ name, rows, fields, sample }, index) => (
        <details key={index} open={values.length === 0}>
          <summary>
            {t('kpis.preview.rows', 'Rows of the query: {{rows}}', { rows })}
            {name && ` (${name})`}
          </summary>
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  {fields.map((field, column) => (
                    <th key={column} scope="col">
                      {field.name} <span className={styles.muted}>{field.type}</span>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {sample.map((cells, row) => (
                  <tr key={row}>
                    {cells.map((cell, column) => (
                      <td key={column}>{cell === null ? ABSENT : String(cell)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ))}
    </>
  );
}
