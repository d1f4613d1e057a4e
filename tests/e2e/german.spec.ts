import { type Page } from '@playwright/test';
import { readTexts, SOURCE_LANGUAGE } from '../../scripts/i18n/files';
import { everyView, share } from './support/appPages';
import { expect, test } from './support/fixtures';

test.use({ userPreferences: { language: 'de-DE' }, locale: 'de-DE' });

const german = readTexts('de-DE');
const germanTexts = new Set(german.values());

/** Texts that others say as well: titles of perspectives and a committee in the demo's data, and Grafana while its code editor loads. */
const alsoOthers = /^(scorecards\.perspective\.|reviews\.charter\.board$|components\.page-skeleton\.loading$)/;

/** English texts that have no place on a German page. */
const english = new Set(
  [...readTexts(SOURCE_LANGUAGE)]
    .filter(([key, text]) => !germanTexts.has(text) && !alsoOthers.test(key))
    .map(([, text]) => text)
);

/** Sentences of the server, whatever stands in their places; shorter ones than three words may be anybody's. */
const sentences = [...readTexts(SOURCE_LANGUAGE)]
  .filter(([key, text]) => key.startsWith('said.') && !germanTexts.has(text))
  .map(([, text]) => text.split(/{{\w+}}/).map((words) => words.trim()))
  .filter((words) => words.join(' ').trim().split(/\s+/).length >= 3)
  .map((words) => new RegExp(words.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')));

const isEnglish = (text: string) => english.has(text) || sentences.some((sentence) => sentence.test(text));

const parts = 3;

for (let part = 0; part < parts; part++) {
  test(`no page leaves a text in English or bursts its frame, part ${part + 1} of ${parts}`, async ({
    app,
    api,
    page,
  }) => {
    test.setTimeout(240_000);
    for (const path of share(await everyView(api), part, parts)) {
      await test.step(path, async () => {
        await app.open(path);
        const left = (await wordsOf(page)).filter(isEnglish);
        expect.soft(left, `English on ${path}`).toEqual([]);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect.soft(wider, `${path} is wider than the window`).toBeLessThanOrEqual(0);
      });
    }
  });
}

test('numbers, dates and the sentence of a KPI read as German does', async ({ app, page }) => {
  await app.open('kpis/revenue?period=2026-06');
  await expect(page.getByText(/^Revenue, Juni 2026: [\d.]+\s€, \d+(,\d)?\s% (über|unter) Zielwert/)).toBeVisible();
});

/** What people read and hear in the app's part of the page. Where its pages lie is Grafana's to say. */
function wordsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said: Array<string | null> = [];
    for (const root of document.querySelectorAll('#pageContent, main')) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        if (!walker.currentNode.parentElement?.closest('nav')) {
          said.push(walker.currentNode.textContent);
        }
      }
      for (const element of root.querySelectorAll('[aria-label], [placeholder], [title]')) {
        said.push(...['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name)));
      }
    }
    return said.map((text) => text?.trim() ?? '').filter(Boolean);
  });
}
