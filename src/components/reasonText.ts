import { type ProblemItem } from '../api/errors';
import { type Frequency, type Reason } from '../api/types';
import { formsOf, type Pattern, type Place, placesIn, sentences } from '../contract/sentences';
import { t, t as translate } from '../i18n';
import { dateFormat, formatInstant, formatPercent, numberFormat } from './format';
import { kindWord } from './kindWord';
import { everyPeriod, formatPeriod, frequencyLabel } from './period';
import { statusLabel } from './status';

/**
 * What the server says, in the reader's language. A sentence that this version doesn't know, or that comes without what belongs
 * in its places, as in a report frozen by an earlier version, is said in the server's English.
 */
export function reasonText(reason: Reason): string {
  const name = reason.sentence ?? reason.code;
  const pattern = Object.hasOwn(sentences, name) ? sentences[name] : undefined;
  const values = pattern && valuesOf(pattern, reason);
  return values ? say(name, pattern, values) : reason.message;
}

/** What is wrong with a field, in the reader's language where the server says it in one of its sentences. */
export const problemText = ({ said, message }: ProblemItem): string => (said ? reasonText(said) : message);

/** What stands in the places of a sentence, as it is read; undefined where it isn't what the pattern wants. */
function valuesOf(pattern: Pattern, { message, params = {}, cause }: Reason): Record<string, unknown> | undefined {
  const forms = Object.values(formsOf(pattern));
  const places = new Set(forms.flatMap(placesIn));
  if (places.size === 0) {
    return forms.includes(message) ? {} : undefined;
  }
  const values: Record<string, unknown> = cause ? { cause: reasonText(cause) } : {};
  for (const [place, kind] of Object.entries(pattern.params ?? {})) {
    if (place in params) {
      values[place] = written(kind, params[place]);
    }
  }
  return [...places].every((place) => place in values) ? values : undefined;
}

/** A text of the table is no literal here, which is why it isn't asked for by `t`: `npm run i18n` finds it in the table. */
function say(name: string, pattern: Pattern, values: Record<string, unknown>): string {
  const { text } = pattern;
  return typeof text === 'string'
    ? translate(`said.${name}`, text, values)
    : translate(`said.${name}`, '', { ...values, defaultValue_one: text.one, defaultValue_other: text.other });
}

/** An amount, or percent of the target such as "80%". */
function thresholdText(value: string | number): string {
  const percent = /^\s*([\d.+-]+)\s*%\s*$/.exec(String(value))?.[1];
  return percent === undefined
    ? numberFormat({ maximumSignificantDigits: 15 }).format(Number(value))
    : t('components.threshold', '{{percent}} of the target', { percent: formatPercent(Number(percent) / 100) });
}

function written(kind: Place, value: string | number): string | number {
  switch (kind) {
    case 'text':
    case 'count':
      return value;
    case 'whole':
      return numberFormat({ maximumFractionDigits: 0 }).format(Number(value));
    case 'number':
      return numberFormat({ maximumSignificantDigits: 15 }).format(Number(value));
    case 'ratio':
      return numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(Number(value));
    case 'percent':
      return formatPercent(Number(value));
    case 'threshold':
      return thresholdText(value);
    case 'period':
    case 'day':
      return formatPeriod(String(value));
    case 'periods':
      return String(value).split(', ').map(formatPeriod).join(', ');
    case 'instant':
      return formatInstant(String(value));
    case 'level':
      return statusLabel(String(value));
    case 'every':
      return everyPeriod(String(value) as Frequency);
    case 'frequency':
      return frequencyLabel(String(value) as Frequency);
    case 'month':
      return dateFormat({ month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, Number(value) - 1));
    case 'tier':
      return tierWord(String(value));
    case 'kind':
      return kindWord(String(value));
    case 'names':
      return String(value)
        .split('\n')
        .map((name) => t('components.quoted', '“{{name}}”', { name }))
        .join(', ');
  }
}

function tierWord(tier: string): string {
  switch (tier) {
    case 'strategic':
      return t('components.tier.strategic', 'strategic');
    case 'tactical':
      return t('components.tier.tactical', 'tactical');
    case 'operational':
      return t('components.tier.operational', 'operational');
    default:
      return tier;
  }
}
