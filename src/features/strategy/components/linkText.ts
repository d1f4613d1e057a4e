import { type MapLink } from '../../../api/types';
import { numberFormat } from '../../../components/format';
import { periodCount } from '../../../components/period';
import { reasonText } from '../../../components/reasonText';
import { t } from '../../../i18n';

/** What measurement says about a hypothesis, in words. */
export function stateLabel(state: MapLink['state']): string {
  switch (state) {
    case 'untested':
      return t('strategy.link.untested', 'untested');
    case 'supported':
      return t('strategy.link.supported', 'supported');
    case 'inconclusive':
      return t('strategy.link.inconclusive', 'inconclusive');
    case 'broken':
      return t('strategy.link.broken', 'broken');
  }
}

/** The measured strength with its interval: “0.42 (0.10 to 0.71), from 24 periods”. Without one, why. */
export function strengthText({ strength, interval, pairs, reason }: MapLink): string {
  if (strength === null) {
    return reason ? reasonText(reason) : t('strategy.link.unmeasured', 'not measured yet');
  }
  const values = { strength: number(strength), pairs };
  return interval
    ? t('strategy.link.strength-interval', '{{strength}} ({{low}} to {{high}}), from {{pairs}} pairs of periods', {
        ...values,
        low: number(interval[0]),
        high: number(interval[1]),
      })
    : t('strategy.link.strength', '{{strength}}, from {{pairs}} pairs of periods', values);
}

export function lagText(lag: MapLink['lag']): string | undefined {
  return lag && lag.periods > 0
    ? t('strategy.link.lag', 'after {{time}}', { time: periodCount(lag.periods, lag.frequency) })
    : undefined;
}

/** All about an arrow in one line. */
export function linkText(link: MapLink): string {
  return [link.hypothesis, stateLabel(link.state), strengthText(link)].filter(Boolean).join(' · ');
}

const number = (value: number) => numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
