import { type Snapshot } from '../../../api/reports';
import { StateMark } from '../../../components/StateMark';
import { kpiUrl } from '../../../components/links';
import { AppLink } from '../../../components/AppLink';
import { formatPeriod } from '../../../components/period';
import { useUnits } from '../../../components/UnitPicker';
import { useResources } from '../../../api/resources';
import { t } from '../../../i18n';

const SHOWN = 20;

/** Values that are not final, each with a way to it. */
export function PrematureList({ values }: { values: Snapshot['premature'] }) {
  const { data: kpis } = useResources('Kpi');
  const { units } = useUnits();
  const kpiTitle = (name: string) => kpis?.find(({ metadata }) => metadata.name === name)?.spec.title ?? name;
  const unitTitle = (name: string) => units?.find((unit) => unit.name === name)?.title ?? name;
  return (
    <ul aria-label={t('reviews.premature.label', 'Values that are not final')}>
      {values.slice(0, SHOWN).map(({ scorecard, kpi, unit, period, state }) => (
        <li key={`${scorecard}/${kpi}/${unit}`}>
          <AppLink to={kpiUrl(kpi, { unit, period, scorecard })}>{kpiTitle(kpi)}</AppLink> · {unitTitle(unit)} ·{' '}
          {formatPeriod(period)} <StateMark state={state} />
        </li>
      ))}
      {values.length > SHOWN && (
        <li>{t('reviews.premature.more', '{{count}} more', { count: values.length - SHOWN })}</li>
      )}
    </ul>
  );
}
