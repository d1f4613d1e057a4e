import { useResource } from '../../../api/resources';
import { type EffectCheck } from '../../../api/types';
import { AppLink } from '../../../components/AppLink';
import { formatChange, formatInstant, formatPercent, formatValue } from '../../../components/format';
import { kpiUrl } from '../../../components/links';
import { reasonText } from '../../../components/reasonText';
import { t } from '../../../i18n';

/** The values by which an expected effect was checked, in sentences. */
export function EffectCheckView({ effect }: { effect: EffectCheck }) {
  const { data: kpi } = useResource('Kpi', effect.kpi);
  const unit = kpi?.spec.unitOfMeasure?.unit ?? null;
  const decimals = kpi?.spec.unitOfMeasure?.decimals ?? null;
  const value = (number: number | null) => formatValue(number, unit, decimals);
  return (
    <>
      <p>
        <AppLink to={kpiUrl(effect.kpi, { unit: effect.unit ?? undefined })}>{effect.kpiTitle}</AppLink>
        {': '}
        {t('register.effect.values', '{{before}} before, {{after}} after, a change of {{change}}.', {
          before: value(effect.before),
          after: value(effect.after),
          change: formatChange(effect.change, unit, decimals),
        })}
      </p>
      {effect.probability !== null && (
        <p>
          {t('register.effect.probability', 'It was held {{share}} likely.', {
            share: formatPercent(effect.probability),
          })}
        </p>
      )}
      {effect.reason && <p>{reasonText(effect.reason)}</p>}
      {effect.state === 'pending' && effect.dueAt && (
        <p>{t('register.effect.due', 'It is checked from {{at}} on.', { at: formatInstant(effect.dueAt) })}</p>
      )}
    </>
  );
}
