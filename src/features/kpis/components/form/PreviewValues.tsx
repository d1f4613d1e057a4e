import { useStyles2 } from '@grafana/ui';
import { useWatch } from 'react-hook-form';
import { type KpiSpec, type Preview } from '../../../../api/types';
import { type Draft, prune } from '../../../../components/editor/document';
import { formatScore } from '../../../../components/format';
import { formatPeriod } from '../../../../components/period';
import { StatusMark } from '../../../../components/StatusMark';
import { tableStyles } from '../../../../components/tableStyles';
import { t } from '../../../../i18n';
import { DEFAULT_SCHEME } from '../../model/scheme';
import { type Cell } from '../../model/submission';
import { formatOf } from '../../useFormats';
import { useTitleOf } from '../../../../api/titles';

/** Ids of periods of one frequency sort as text. */
const newestFirst = (a: Cell, b: Cell) => b.period.localeCompare(a.period) || a.unit.localeCompare(b.unit);

/** Values that are listed; the rest is counted. */
const SHOWN = 60;

/** The values that came out, scored by the targets that are saved. */
export function PreviewValues({ preview: { values, scores, dropped } }: { preview: Preview }) {
  const styles = useStyles2(tableStyles);
  const [unitOfMeasure, type] = useWatch<Draft<KpiSpec>, ['spec.unitOfMeasure', 'spec.source.type']>({
    name: ['spec.unitOfMeasure', 'spec.source.type'],
  });
  // An emptied field of the form is NaN.
  const format = formatOf(prune({ unitOfMeasure }) ?? {});
  const unitTitle = useTitleOf('OrgUnit');
  const scored = new Map(scores.map((score) => [`${score.unit} ${score.period}`, score]));
  // A calculated KPI has no values of its own, only what comes out of its inputs.
  const rows = [...(type === 'calculated' ? scores : values)].sort(newestFirst);
  return (
    <>
      <p role="status">
        {t('kpis.preview.counts', '{{values}} values; {{dropped}} rows of other periods were left out', {
          values: rows.length,
          dropped,
        })}
      </p>
      {rows.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table} aria-label={t('kpis.preview.values', 'Values')}>
            <thead>
              <tr>
                <th scope="col">{t('kpis.preview.unit', 'Unit')}</th>
                <th scope="col">{t('kpis.preview.period', 'Period')}</th>
                <th scope="col" className={styles.number}>
                  {t('kpis.preview.value', 'Value')}
                </th>
                <th scope="col" className={styles.number}>
                  {t('kpis.preview.target', 'Target')}
                </th>
                <th scope="col" className={styles.number}>
                  {t('kpis.preview.score', 'Score')}
                </th>
                <th scope="col">{t('kpis.preview.status', 'Status')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, SHOWN).map(({ unit, period, value }) => {
                const score = scored.get(`${unit} ${period}`);
                return (
                  <tr key={`${unit} ${period}`}>
                    <th scope="row">{unitTitle(unit)}</th>
                    <td>{formatPeriod(period)}</td>
                    <td className={styles.number}>{format(value)}</td>
                    <td className={styles.number}>{format(score?.target ?? null)}</td>
                    <td className={styles.number}>{formatScore(score?.score ?? null)}</td>
                    <td>
                      <StatusMark status={score?.status ?? null} scheme={DEFAULT_SCHEME} reason={score?.reason} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > SHOWN && <p>{t('kpis.preview.more', 'and {{count}} more', { count: rows.length - SHOWN })}</p>}
    </>
  );
}
