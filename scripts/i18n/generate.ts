/**
 * Draws the English file from the source, and takes out of the other languages' files what nobody asks for any more. Names
 * the keys that still need a translation, and those whose English text has changed since the last time.
 */
import { languages, readTexts, SOURCE_LANGUAGE, textsOfSource, writeTexts } from './files';

const english = textsOfSource();
const before = readTexts(SOURCE_LANGUAGE);
const changed = [...english].filter(([key, text]) => before.has(key) && before.get(key) !== text).map(([key]) => key);
writeTexts(SOURCE_LANGUAGE, english);

for (const language of languages().filter((each) => each !== SOURCE_LANGUAGE)) {
  const texts = readTexts(language);
  writeTexts(language, new Map([...texts].filter(([key]) => english.has(key))));
  tell(
    `${language}: not translated`,
    [...english.keys()].filter((key) => !texts.has(key))
  );
  tell(
    `${language}: look again, the English text changed`,
    changed.filter((key) => texts.has(key))
  );
}

function tell(what: string, keys: string[]): void {
  if (keys.length > 0) {
    console.log(`${what}:\n${keys.map((key) => `  ${key}  ${english.get(key)}`).join('\n')}`);
  }
}
