import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type CommitteeCalibration } from '../../../api/types';
import { ABSENT, formatPercent, numberFormat } from '../../../components/format';
import { reasonText } from '../../../components/reasonText';
import { tableStyles } from '../../../components/tableStyles';
import { t } from '../../../i18n';
import { ReliabilityChart } from './ReliabilityChart';

/** One committee: its score in a sentence, the picture, and the same as a table. */
export function CommitteeCalibrationView({ committee }: { committee: CommitteeCalibration }) {
  const styles = useStyles2(getStyles);
  const table = useStyles2(tableStyles);
  return (
    <section aria-label={committee.title}>
      <h2 className={styles.title}>{committee.title}</h2>
      <p>{sentence(committee)}</p>
      {committee.checked > 0 && (
        <div className={styles.columns}>
          <ReliabilityChart bins={committee.bins} />
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('register.calibration.bin', 'Probability')}</th>
                <th scope="col" className={table.number}>
                  {t('register.calibration.checked', 'Checked')}
                </th>
                <th scope="col" className={table.number}>
                  {t('register.calibration.expected', 'Expected on average')}
                </th>
                <th scope="col" className={table.number}>
                  {t('register.calibration.held', 'Held')}
                </th>
              </tr>
            </thead>
            <tbody>
              {committee.bins.map(({ from, to, n, meanProbability, heldShare }) => (
                <tr key={from}>
                  <th scope="row">{`${formatPercent(from)} – ${formatPercent(to)}`}</th>
                  <td className={table.number}>{n}</td>
                  <td className={table.number}>{meanProbability === null ? ABSENT : formatPercent(meanProbability)}</td>
                  <td className={table.number}>{heldShare === null ? ABSENT : formatPercent(heldShare)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function sentence({ brier, checked, pending, notEvaluable, heldShare, meanProbability, reason }: CommitteeCalibration) {
  const open = t('register.calibration.open', '{{pending}} not due yet, {{notEvaluable}} not evaluable.', {
    pending,
    notEvaluable,
  });
  if (brier === null || heldShare === null || meanProbability === null) {
    return `${reason ? reasonText(reason) : ''} ${open}`;
  }
  const score = t(
    'register.calibration.score',
    'Brier score {{brier}} (0 is perfect, 0.25 a coin), {{checked}} checked: {{expected}} expected on average, {{held}} held.',
    {
      brier: numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(brier),
      checked,
      expected: formatPercent(meanProbability),
      held: formatPercent(heldShare),
    }
  );
  return `${score} ${open}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ ...theme.typography.h4, margin: 0 }),
  columns: css({
    display: 'grid',
    gridTemplateColumns: '280px minmax(0, 640px)',
    gap: theme.spacing(3),
    alignItems: 'start',
    [theme.breakpoints.down('md')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  }),
});
