import { useStyles2 } from '@grafana/ui';
import { type Intensity, type VolatilityDriver } from '../../../api/intensity';
import { AppLink } from '../../../components/AppLink';
import { formatValue, numberFormat } from '../../../components/format';
import { kpiUrl, type Place } from '../../../components/links';
import { reasonText } from '../../../components/reasonText';
import { tableStyles } from '../../../components/tableStyles';
import { t } from '../../../i18n';
import { ControlLine } from './ControlLine';

interface Props {
  drivers: VolatilityDriver[];
  at: Place;
}

/** The KPIs that drive the readings, the largest effect first, each with its judged values and their limits. */
export function DriversTable({ drivers, at }: Props) {
  const styles = useStyles2(tableStyles);
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t('reviews.drivers.label', 'KPIs that drive the readings')}>
        <thead>
          <tr>
            <th scope="col">{t('reviews.drivers.kpi', 'KPI')}</th>
            <th scope="col">{t('reviews.drivers.course', 'Judged periods, with limits')}</th>
            <th scope="col" className={styles.number}>
              {t('reviews.drivers.ratio', 'Variation')}
            </th>
            <th scope="col" className={styles.number}>
              {t('reviews.drivers.value', 'Value')}
            </th>
            <th scope="col" className={styles.number}>
              {t('reviews.drivers.limits', 'Limits')}
            </th>
            <th scope="col">{t('reviews.drivers.says', 'Says')}</th>
          </tr>
        </thead>
        <tbody>
          {drivers.map((driver) => (
            <Row key={driver.kpi} driver={driver} at={at} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ driver, at }: { driver: VolatilityDriver; at: Place }) {
  const styles = useStyles2(tableStyles);
  const format = (value: number | null) => formatValue(value, driver.unitOfMeasure, driver.decimals);
  return (
    <tr>
      <th scope="row">
        <AppLink to={kpiUrl(driver.kpi, at)}>{driver.title}</AppLink>
      </th>
      <td>
        <ControlLine points={driver.points} label={driver.title} format={format} />
      </td>
      <td className={styles.number}>{times(driver.ratio)}</td>
      <td className={styles.number}>{format(driver.value)}</td>
      <td className={styles.number}>
        {format(driver.lower)} … {format(driver.upper)}
      </td>
      <td>
        {driver.outside
          ? `▲ ${t('reviews.drivers.outside', 'outside its limits')}`
          : t('reviews.drivers.inside', 'inside')}
        {driver.residuals && (
          <div className={styles.muted}>
            {t('reviews.drivers.residuals', 'judged against the value before, since it moves slowly')}
          </div>
        )}
      </td>
    </tr>
  );
}

/** A ratio as people say it: 1.83 ×. */
export const times = (ratio: number) =>
  `${numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(ratio)} ×`;

/** KPIs that could not be judged, each with the reason. */
export function ExcludedList({ excluded }: { excluded: Intensity['excluded'] }) {
  if (excluded.length === 0) {
    return null;
  }
  return (
    <details>
      <summary>
        {t('reviews.excluded', '', {
          count: excluded.length,
          defaultValue_one: '{{count}} KPI could not be judged',
          defaultValue_other: '{{count}} KPIs could not be judged',
        })}
      </summary>
      <ul>
        {excluded.map(({ kpi, reason }) => (
          <li key={kpi}>
            <AppLink to={kpiUrl(kpi)}>{kpi}</AppLink>: {reasonText(reason)}
          </li>
        ))}
      </ul>
    </details>
  );
}
