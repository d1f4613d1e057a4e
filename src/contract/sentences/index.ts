import { definitions } from './definitions';
import { explain } from './explain';
import { followUp } from './followUp';
import { formulas } from './formulas';
import { intensity } from './intensity';
import { measurement } from './measurement';
import { meetings } from './meetings';
import { type Pattern } from './pattern';
import { refusals } from './refusals';
import { reports } from './reports';
import { work } from './work';

export * from './pattern';

/**
 * Everything that the server says in words on a page, by name. Go's constructors and the browser's texts in every language are made
 * from this table (`npm run contract`, `npm run i18n`), so that a sentence is written once, and none is without a text.
 */
export const sentences: Record<string, Pattern> = {
  ...measurement,
  ...explain,
  ...meetings,
  ...intensity,
  ...followUp,
  ...reports,
  ...work,
  ...refusals,
  ...definitions,
  ...formulas,
};
