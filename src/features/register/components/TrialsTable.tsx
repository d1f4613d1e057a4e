import { useStyles2 } from '@grafana/ui';
import { type Calibration } from '../../../api/types';
import { AppLink } from '../../../components/AppLink';
import { EffectMark } from '../../../components/followup/marks';
import { entryUrl } from '../../../components/followup/words';
import { ABSENT, formatDay, formatPercent } from '../../../components/format';
import { kpiUrl } from '../../../components/links';
import { reasonText } from '../../../components/reasonText';
import { tableStyles } from '../../../components/tableStyles';
import { t } from '../../../i18n';

/** Every decision on trial, with what came of it. */
export function TrialsTable({ calibration }: { calibration: Calibration }) {
  const styles = useStyles2(tableStyles);
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t('register.calibration.decisions', 'Decisions')}>
        <thead>
          <tr>
            <th scope="col">{t('register.trials.decision', 'Decision')}</th>
            <th scope="col">{t('register.trials.committee', 'Committee')}</th>
            <th scope="col">{t('register.trials.kpi', 'KPI')}</th>
            <th scope="col">{t('register.trials.due', 'Checked from')}</th>
            <th scope="col" className={styles.number}>
              {t('register.trials.probability', 'Probability')}
            </th>
            <th scope="col">{t('register.trials.outcome', 'Came out')}</th>
            <th scope="col">{t('register.trials.why', 'Why not')}</th>
          </tr>
        </thead>
        <tbody>
          {calibration.decisions.map(({ ref, title, committeeTitle, effect }) => (
            <tr key={ref.name}>
              <th scope="row">
                <AppLink to={entryUrl(ref)}>{title}</AppLink>
              </th>
              <td>{committeeTitle || ABSENT}</td>
              <td>
                <AppLink to={kpiUrl(effect.kpi, { unit: effect.unit ?? undefined })}>{effect.kpiTitle}</AppLink>
              </td>
              <td className={styles.narrow}>{effect.dueAt ? formatDay(effect.dueAt) : ABSENT}</td>
              <td className={styles.number}>
                {effect.probability === null ? ABSENT : formatPercent(effect.probability)}
              </td>
              <td>
                <EffectMark effect={effect} />
              </td>
              <td>{effect.reason ? reasonText(effect.reason) : ABSENT}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
