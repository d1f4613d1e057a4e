require('@testing-library/jest-dom');
const { initPluginTranslations } = require('@grafana/i18n');

// Texts are written in English in the source; tests read those.
beforeAll(() => initPluginTranslations('bsc-scorecard-app'));

require('@testing-library/react').configure({ asyncUtilTimeout: 10_000 });
