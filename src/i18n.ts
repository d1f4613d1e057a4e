import { initPluginTranslations, type TFunction, t as translate } from '@grafana/i18n';
import { PLUGIN_ID } from './pluginId';

/** Languages with texts of their own; English is written in the source, so its file only serves translators. */
const loaders: Record<string, () => Promise<{ default: Record<string, unknown> }>> = {
  'de-DE': () => import('./locales/de-DE/bsc-scorecard-app.json'),
};

/** The language that the user chose in Grafana; unknown before the texts are there. */
let chosen: string | undefined;

/** Texts without places to fill, by their ids: the rows of a table say the same words again and again. */
const said = new Map<string, string>();

/**
 * Makes `t` and `Trans` speak the user's language. The app, its panels and its data source are bundles of their own: each
 * awaits this before it shows anything.
 */
export async function initTranslations(): Promise<void> {
  const load = async (language: string) => (await loaders[language]?.())?.default ?? {};
  ({ language: chosen } = await initPluginTranslations(PLUGIN_ID, [load]));
  said.clear();
}

/**
 * Locale of numbers, dates and the order of words, so that they go with the texts around them: the browser's where it
 * speaks the chosen language in another country's way, else that of the language itself. Undefined, which stands for the
 * browser's own, before the texts are there.
 */
export function locale(): string | undefined {
  return chosen && matchingLocale(chosen, navigator.languages);
}

/** The first of the preferred locales in the given one's language, else the given one: de-DE with de-AT is de-AT. */
export function matchingLocale(language: string, preferred: readonly string[]): string {
  return preferred.find((each) => languageOf(each) === languageOf(language)) ?? language;
}

const languageOf = (code: string) => code.split('-')[0].toLowerCase();

/**
 * A text in the user's language; `values` fill its places as they are. React escapes what it shows, so i18next, which
 * would write "R&amp;D" for "R&D", must not do it as well.
 */
export const t: TFunction = (id: string, text: string, values?: Record<string, unknown>) => {
  const known = values ? undefined : said.get(id);
  if (known !== undefined) {
    return known;
  }
  const translated = translate(id, text, { interpolation: { escapeValue: false }, ...values });
  if (chosen && !values) {
    said.set(id, translated);
  }
  return translated;
};
