import { languages, readTexts, SOURCE_LANGUAGE, textsOfSource } from '../../scripts/i18n/files';

const source = textsOfSource();
const translations = languages().filter((language) => language !== SOURCE_LANGUAGE);

const placeholders = (text: string) => [...new Set(text.match(/{{[^}]*}}/g))].sort();

it('finds the texts it is about to judge', () => {
  expect(source.size).toBeGreaterThan(1000);
  expect(source.get('components.status.green')).toBe('on track');
  expect(translations).toContain('de-DE');
});

it('has the English file drawn from the present source: else run "npm run i18n"', () => {
  expect(Object.fromEntries(readTexts(SOURCE_LANGUAGE))).toEqual(Object.fromEntries(source));
});

describe.each(translations)('%s', (language) => {
  const texts = readTexts(language);
  const wrong = (is: (text: string, english: string) => boolean) =>
    [...source].filter(([key, english]) => is(texts.get(key) ?? english, english)).map(([key]) => key);

  it('translates every text of the source', () => {
    expect([...source.keys()].filter((key) => !texts.has(key))).toEqual([]);
  });

  it('has no text that nobody asks for', () => {
    expect([...texts.keys()].filter((key) => !source.has(key))).toEqual([]);
  });

  it('has no empty text', () => {
    expect(wrong((text) => text.trim() === '')).toEqual([]);
  });

  it('keeps the places that values fill', () => {
    expect(wrong((text, english) => placeholders(text).join() !== placeholders(english).join())).toEqual([]);
  });
});
