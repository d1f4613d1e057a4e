import { z } from 'zod';
import { day } from '../../contract/kinds/governance';
import { instant, link, periodText, person, slug, title } from '../../contract/common';
import { locale } from '../../i18n';
import { contractError } from './contractError';

jest.mock('../../i18n', () => ({ ...jest.requireActual('../../i18n'), locale: jest.fn() }));

const said = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value, { error: contractError }).error?.issues[0].message;

it.each<[string, z.ZodType, unknown, string | RegExp]>([
  ['nothing', title, undefined, 'This is needed.'],
  ['blanks', title, ' \t\n', 'This is needed.'],
  ['an empty name', slug, '', 'This is needed.'],
  ['a short text', z.string().min(3), 'ab', 'Write at least 3 characters.'],
  ['a long text', title, 'x'.repeat(201), 'Shorten this to 200 characters; it has 201.'],
  ['an empty list', z.array(person).min(1), [], 'At least one is needed.'],
  ['a short list', z.array(person).min(2), ['me'], 'At least 2 are needed.'],
  ['a long list', z.array(person).max(1), ['me', 'you'], 'At most 1 are possible.'],
  ['a low number', z.number().min(0), -1, 'This must be at least 0.'],
  ['a high number', z.int().max(1440), 1e15, 'This must be at most 1,440.'],
  ['zero where more is needed', z.number().positive(), 0, 'This must be more than 0.'],
  ['a fraction', z.int(), 1.5, 'Write a whole number.'],
  ['text for a number', z.number(), 'ten', 'Write a number.'],
  ['a number for text', person, 7, 'Write this as text, in quotation marks.'],
  ['30 February', day, '2026-02-30', 'Write a day that exists, as 2026-03-31.'],
  ['a time without zone', instant, '2026-03-31T17:00', /^Write a day and time that exist, with time zone/],
  ['capitals in a name', slug, 'Board', /^Use lower-case letters/],
  ['an address', link, { title: 'x', url: 'javascript:1' }, /begins with https/],
  ['a choice', z.enum(['up', 'down']), 'left', 'Choose one of: up, down.'],
  ['an unknown field', z.strictObject({}), { a: 1 }, 'There is no such field here: a.'],
  ['a short period', periodText, 'Q1', 'Write at least 4 characters.'],
])('says of %s what to do', (_, schema, value, sentence) => {
  expect(said(schema, value)).toMatch(sentence);
});

it.each([
  [undefined, /Invalid/],
  ['de-AT', /Ungültig/],
])('leaves what it has no words for to the library, in the language of the page (%s)', (language, message) => {
  jest.mocked(locale).mockReturnValue(language);
  expect(said(z.null(), 1)).toMatch(message);
});
