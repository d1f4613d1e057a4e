import { matchingLocale, t } from './i18n';

it('shows values as they are: React escapes them, so nothing else may', () => {
  expect(t('i18n.test', '{{title}} of {{unit}}', { title: 'R&D / "new"', unit: "Côte d'Or <north>" })).toBe(
    `R&D / "new" of Côte d'Or <north>`
  );
});

it.each([
  ['de-DE', ['en-US', 'de-AT', 'de-DE'], 'de-AT'],
  ['en-US', ['en-GB', 'en'], 'en-GB'],
  ['de-DE', ['en-GB', 'en'], 'de-DE'],
  ['en-US', ['de-DE', 'de', 'en-US', 'en'], 'en-US'],
  ['fr-FR', [], 'fr-FR'],
])('writes numbers beside texts in %s, in a browser of %s, as in %s', (language, preferred, locale) => {
  expect(matchingLocale(language, preferred)).toBe(locale);
});
