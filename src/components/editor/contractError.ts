import { type z } from 'zod';
import { de } from 'zod/locales';
import { numberFormat } from '../format';
import { locale, t } from '../../i18n';

type ErrorMap = z.core.$ZodErrorMap;
type Issue = z.core.$ZodRawIssue;

/** What the contract's library says by language, of what has no words of ours; English is what it says by itself. */
const messages: Record<string, ErrorMap> = { de: de().localeError };

/** What is wrong with a value by the contract, and what to do, in the reader's language. */
export const contractError: ErrorMap = (issue) =>
  said(issue) ?? messages[locale()?.split('-')[0] ?? '']?.(issue as Parameters<ErrorMap>[0]);

function said(issue: Issue): string | undefined {
  if (issue.input === undefined) {
    return needed();
  }
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_type':
      return wrongType(issue);
    case 'invalid_format':
      return wrongFormat(issue);
    case 'invalid_value':
      return t('components.form.one-of', 'Choose one of: {{values}}.', { values: issue.values.map(String).join(', ') });
    case 'unrecognized_keys':
      return t('components.form.unknown', 'There is no such field here: {{fields}}.', {
        fields: issue.keys.join(', '),
      });
    case 'invalid_union':
      return ofUnion(issue);
    default:
      return undefined;
  }
}

const needed = () => t('components.form.required', 'This is needed.');

const amount = (value: number | bigint) => numberFormat({ maximumSignificantDigits: 15 }).format(value);

function tooSmall({ origin, minimum, inclusive, input }: Extract<Issue, { code: 'too_small' }>): string | undefined {
  switch (origin) {
    case 'string':
      return String(input).trim() === ''
        ? needed()
        : t('components.form.too-short', 'Write at least {{least}} characters.', { least: amount(minimum) });
    case 'array':
      return minimum === 1
        ? t('components.form.one-needed', 'At least one is needed.')
        : t('components.form.too-few', 'At least {{least}} are needed.', { least: amount(minimum) });
    case 'number':
    case 'int':
      return inclusive === false
        ? t('components.form.not-above', 'This must be more than {{least}}.', { least: amount(minimum) })
        : t('components.form.too-low', 'This must be at least {{least}}.', { least: amount(minimum) });
    default:
      return undefined;
  }
}

function tooBig({ origin, maximum, inclusive, input }: Extract<Issue, { code: 'too_big' }>): string | undefined {
  switch (origin) {
    case 'string':
      return t('components.form.too-long', 'Shorten this to {{most}} characters; it has {{length}}.', {
        most: amount(maximum),
        length: amount(String(input).length),
      });
    case 'array':
      return t('components.form.too-many', 'At most {{most}} are possible.', { most: amount(maximum) });
    case 'number':
    case 'int':
      return inclusive === false
        ? t('components.form.not-below', 'This must be less than {{most}}.', { most: amount(maximum) })
        : t('components.form.too-high', 'This must be at most {{most}}.', { most: amount(maximum) });
    default:
      return undefined;
  }
}

function wrongType({ expected, input }: Extract<Issue, { code: 'invalid_type' }>): string | undefined {
  switch (expected) {
    case 'int':
      return t('components.form.whole-number', 'Write a whole number.');
    case 'number':
      return t('components.form.a-number', 'Write a number.');
    case 'string':
      return typeof input === 'number'
        ? t('components.form.text-not-number', 'Write this as text, in quotation marks.')
        : t('components.form.a-text', 'Write this as text.');
    case 'array':
      return t('components.form.a-list', 'Write this as a list.');
    case 'object':
    case 'record':
      return t('components.form.some-fields', 'Write this as fields with values.');
    case 'boolean':
      return t('components.form.true-false', 'Write true or false.');
    default:
      return undefined;
  }
}

/** What texts of a form look like: the contract's formats, and the beginnings of its patterns. */
function wrongFormat(issue: Extract<Issue, { code: 'invalid_format' }>): string | undefined {
  switch (issue.format) {
    case 'date':
      return t('components.form.a-day', 'Write a day that exists, as {{example}}.', { example: '2026-03-31' });
    case 'datetime':
      return t('components.form.an-instant', 'Write a day and time that exist, with time zone, as {{example}}.', {
        example: '2026-03-31T17:00:00Z',
      });
    case 'regex':
      return wrongPattern(issue.pattern ?? '', String(issue.input));
    default:
      return undefined;
  }
}

function wrongPattern(pattern: string, written: string): string {
  if (written.trim() === '') {
    return needed();
  }
  if (pattern.startsWith('/^[a-z0-9](')) {
    return t(
      'components.form.a-name',
      'Use lower-case letters a to z, digits and hyphens, with a letter or digit first and last.'
    );
  }
  if (pattern.startsWith('/^\\d{4}-\\d{2}-\\d{2}T')) {
    return t('components.form.a-local-time', 'Write a day and a time of day, as {{example}}.', {
      example: '2026-03-31T09:00',
    });
  }
  if (pattern.startsWith('/^(https?:')) {
    return t('components.form.an-address', 'Write an address that begins with https://, http:// or /.');
  }
  return t('components.form.not-readable', 'This is not written the way it has to be here.');
}

/** Of several possibilities, what is wrong with the first that is of the value's type. */
function ofUnion({ errors, input }: Extract<Issue, { code: 'invalid_union' }>): string | undefined {
  const meant = errors.find((branch) => branch.every(({ code }) => code !== 'invalid_type'));
  const first = meant?.[0];
  return (first && first.path.length === 0 && said({ ...first, input } as Issue)) || undefined;
}
