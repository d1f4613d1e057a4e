/** The language that people choose for their pages. Grafana keeps it among the user's preferences, and so does the preview. */
import { config, getBackendSrv } from '@grafana/runtime';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

/** Languages that there are texts in, as people call them. */
const languages: Record<string, string> = { 'en-US': 'English', 'de-DE': 'Deutsch' };

/** Plugins bring their texts for the language that they find here. It counts as found once it has a text, so each has its name. */
export async function setLanguage(): Promise<void> {
  const named = Object.entries(languages).map(([code, name]) => [code, { preview: { name } }]);
  await i18next.use(initReactI18next).init({
    lng: config.bootData.user.language,
    fallbackLng: 'en-US',
    resources: Object.fromEntries(named),
    partialBundledLanguages: true,
    returnEmptyString: false,
  });
}

/** What can be chosen instead of the present language: its code and its name. */
export function otherLanguage(): { code: string; name: string } {
  const codes = Object.keys(languages);
  const code = codes[(codes.indexOf(config.bootData.user.language) + 1) % codes.length];
  return { code, name: languages[code] };
}

/** Keeps the choice for this user and shows the page in it. */
export async function chooseLanguage(language: string): Promise<void> {
  await getBackendSrv().patch('/api/user/preferences', { language }, { showSuccessAlert: false });
  window.location.reload();
}
