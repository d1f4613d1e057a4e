import { t } from '../../i18n';
import { formatDay } from '../format';

/** The first day that can be written: as with periods, years have four digits. Half a year, such as 20, is an earlier one. */
export const FIRST_DAY = '1000-01-01';

/** The last day that can be written; a browser that knows it takes no fifth digit of a year. */
export const LAST_DAY = '9999-12-31';

/** What is wrong with an input that its value doesn't tell, such as 30 February in it; undefined while nothing is. */
export function unreadable(input: Partial<HTMLInputElement> | null | undefined): string | undefined {
  if (input?.validity?.badInput) {
    return input.type === 'number'
      ? t('components.form.a-number', 'Write a number.')
      : t('components.form.no-such-day', 'There is no such day: complete or correct it, or empty the field.');
  }
  if (input?.validity?.rangeUnderflow && input.type !== 'number') {
    const first = input.min?.slice(0, FIRST_DAY.length) ?? FIRST_DAY;
    return first === FIRST_DAY
      ? t('components.form.whole-year', 'Write the year with four digits.')
      : t('components.form.too-early', 'This must not be before {{day}}.', { day: formatDay(first) });
  }
  return undefined;
}
