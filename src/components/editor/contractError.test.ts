import { z } from 'zod';
import { locale } from '../../i18n';
import { contractError } from './contractError';

jest.mock('../../i18n', () => ({ ...jest.requireActual('../../i18n'), locale: jest.fn() }));

const said = (value: unknown) => z.string().min(3).safeParse(value, { error: contractError }).error?.issues[0].message;

it('says that a missing value is needed', () => expect(said(undefined)).toBe('This is needed.'));

it.each([
  [undefined, /Too small: expected string to have >=3 characters/],
  ['en-GB', /Too small/],
  ['de-AT', /Zu klein: erwartet, dass string >=3 Zeichen hat/],
])('says what is wrong in the language of the page (%s)', (language, message) => {
  jest.mocked(locale).mockReturnValue(language);
  expect(said('ab')).toMatch(message);
});
