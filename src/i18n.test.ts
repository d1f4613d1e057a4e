import { t } from './i18n';

it('shows values as they are: React escapes them, so nothing else may', () => {
  expect(t('i18n.test', '{{title}} of {{unit}}', { title: 'R&D / "new"', unit: "Côte d'Or <north>" })).toBe(
    `R&D / "new" of Côte d'Or <north>`
  );
});
