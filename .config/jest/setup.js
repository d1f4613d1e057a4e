require('@testing-library/jest-dom');
const { initPluginTranslations } = require('@grafana/i18n');

// Texts are written in English in the source; tests read those. i18next greets on the console when it starts.
beforeAll(async () => {
  const greeting = jest.spyOn(console, 'info').mockImplementation(() => {});
  await initPluginTranslations('bsc-scorecard-app');
  greeting.mockRestore();
});
