import { initPluginTranslations, type TFunction, t as translate } from '@grafana/i18n';
import { PLUGIN_ID } from './pluginId';

/** Languages with texts of their own; English is written in the source, so its file only serves translators. */
const loaders: Record<string, () => Promise<{ default: Record<string, unknown> }>> = {
  'de-DE': () => import('./locales/de-DE/bsc-scorecard-app.json'),
};

/**
 * Makes `t` and `Trans` speak the user's language. The app, its panels and its data source are bundles of their own: each
 * awaits this before it shows anything.
 */
export async function initTranslations(): Promise<void> {
  await initPluginTranslations(PLUGIN_ID, [async (language) => (await loaders[language]?.())?.default ?? {}]);
}

/**
 * A text in the user's language; `values` fill its places as they are. React escapes what it shows, so i18next, which
 * would write "R&amp;D" for "R&D", must not do it as well.
 */
export const t: TFunction = (id: string, text: string, values?: Record<string, unknown>) =>
  translate(id, text, { interpolation: { escapeValue: false }, ...values });
