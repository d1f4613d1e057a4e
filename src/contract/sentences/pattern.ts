/**
 * What stands in a place of a sentence, and with it how it is written. In a `params` object numbers are numbers, shares 0…1, days
 * and instants ISO 8601; names, periods, levels and frequencies stand as the API calls them.
 *
 * | place | is |
 * |---|---|
 * | `text` | a name, a title, or what somebody else says: written as it is |
 * | `count` | a whole number that decides between the forms for one and for others |
 * | `whole` | a whole number |
 * | `number` | a number with all of its digits |
 * | `ratio` | a number with two decimals |
 * | `percent` | a share, in whole percent |
 * | `threshold` | an amount, or percent of the target such as "80%" |
 * | `period` | the id of a period |
 * | `periods` | ids of periods and days, separated by commas |
 * | `day` | a day |
 * | `instant` | a day and a time of day |
 * | `level` | a level of a status scheme |
 * | `every` | a frequency: "every month" |
 * | `frequency` | a frequency: "month" |
 * | `month` | a month of any year, 1…12: "March" |
 * | `tier` | a tier of reviews: "strategic" |
 * | `kind` | a kind of resource |
 * | `names` | names or words, each in quotation marks; in a `params` object one a line |
 */
export type Place =
  | 'text'
  | 'count'
  | 'whole'
  | 'number'
  | 'ratio'
  | 'percent'
  | 'threshold'
  | 'period'
  | 'periods'
  | 'day'
  | 'instant'
  | 'level'
  | 'every'
  | 'frequency'
  | 'month'
  | 'tier'
  | 'kind'
  | 'names';

/** The code of a sentence that has that of its cause. */
export const OF_CAUSE = 'ofCause';

/** A sentence of the server. `{{cause}}` in it is the sentence that it is due to. */
export interface Pattern {
  /** Where several sentences share a code; otherwise a sentence's name is its code. */
  code?: string;
  /** The English text; where it counts, the forms for one and for others. */
  text: string | { one: string; other: string };
  /** What stands in its places, in the order in which they are said. */
  params?: Record<string, Place>;
}

/** The texts of a pattern: one, or those for one and for others. */
export const formsOf = ({ text }: Pattern): Record<string, string> =>
  typeof text === 'string' ? { '': text } : { _one: text.one, _other: text.other };

/** Names of the places in a text. */
export const placesIn = (text: string): string[] => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name);
