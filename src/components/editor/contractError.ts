import { type z } from 'zod';
import { de } from 'zod/locales';
import { locale, t } from '../../i18n';

type ErrorMap = z.core.$ZodErrorMap;

/** What the contract's library says about a value, by language; English is what it says by itself. */
const messages: Record<string, ErrorMap> = { de: de().localeError };

/** What is wrong with a value by the contract, in the user's language. */
export const contractError: ErrorMap = (issue) =>
  issue.input === undefined
    ? t('components.form.required', 'This is needed.')
    : messages[locale()?.split('-')[0] ?? '']?.(issue);
