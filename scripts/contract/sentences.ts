import { execFileSync } from 'node:child_process';
import { OF_CAUSE, type Pattern, type Place, placesIn } from '../../src/contract/sentences';

/** Per place: its type in Go, how its value gets into the English text, and what stands in the params. */
const PLACES: Record<Place, { type: string; said: (name: string) => string; param: (name: string) => string }> = {
  text: as('string'),
  count: as('int', (name) => `strconv.Itoa(${name})`),
  whole: as('int', (name) => `strconv.Itoa(${name})`),
  number: as('float64', (name) => `number(${name})`),
  ratio: as('float64', (name) => `ratio(${name})`),
  percent: as('float64', (name) => `percent(${name})`),
  threshold: {
    type: '*contract.Threshold',
    said: (name) => `threshold(${name})`,
    param: (name) => `amountOf(${name})`,
  },
  period: as('string'),
  periods: {
    type: '[]string',
    said: (name) => `strings.Join(${name}, ", ")`,
    param: (name) => `strings.Join(${name}, ", ")`,
  },
  day: as('string'),
  instant: { type: 'time.Time', said: (name) => `instant(${name})`, param: (name) => `contract.InstantText(${name})` },
  level: as('string'),
  every: as('string', (name) => `"every " + ${name}`),
  frequency: as('string'),
  month: { type: 'time.Month', said: (name) => `${name}.String()`, param: (name) => `int(${name})` },
  tier: as('string'),
  kind: as('string'),
  names: {
    type: '[]string',
    said: (name) => `quoted(${name})`,
    param: (name) => `strings.Join(${name}, "\\n")`,
  },
};

function as(type: string, said: (name: string) => string = (name) => name) {
  return { type, said, param: (name: string) => name };
}

/** The Go source of package sentence: a variable for every sentence without places, a constructor for every other one. */
export function goSentences(sentences: Record<string, Pattern>): string {
  const named = Object.entries(sentences).sort(([a], [b]) => a.localeCompare(b));
  const codes = [...new Set(named.map(([name, { code }]) => code ?? name))].filter((code) => code !== OF_CAUSE).sort();
  const isPlain = ([, pattern]: [string, Pattern]) => placesOf(pattern).length === 0;
  const source = `// Code generated from src/contract/sentences by npm run contract. DO NOT EDIT.

package sentence

import (
	"strconv"
	"strings"
	${named.some(([, { params }]) => Object.values(params ?? {}).includes('instant')) ? '"time"' : ''}

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// Codes of sentences. Several sentences can have one.
const (
${codes.map((code) => `	Code${exported(code)} = ${JSON.stringify(code)}`).join('\n')}
)

// Sentences without particulars, made once: nobody changes one.
var (
${named.filter(isPlain).map(variable).join('\n')}
)

${named
  .filter((each) => !isPlain(each))
  .map(constructor)
  .join('\n')}`;
  return execFileSync('gofmt', { input: source }).toString();
}

const exported = (name: string) => name[0].toUpperCase() + name.slice(1);

function placesOf({ text }: Pattern): string[] {
  return placesIn(typeof text === 'string' ? text : text.one + text.other);
}

/** Code, and the name where it is another one. */
function identity(name: string, { code }: Pattern): string {
  const given = code === OF_CAUSE ? 'cause.Code' : `Code${exported(code ?? name)}`;
  return `Code: ${given}${code === undefined ? '' : `, Sentence: new(${JSON.stringify(name)})`}`;
}

function variable([name, pattern]: [string, Pattern]): string {
  return `	${exported(name)} = &contract.Reason{${identity(name, pattern)}, Message: ${JSON.stringify(pattern.text)}}`;
}

function constructor([name, pattern]: [string, Pattern]): string {
  const { text, params = {} } = pattern;
  const places = Object.entries(params);
  const hasCause = placesOf(pattern).includes('cause');
  const stray = placesOf(pattern).filter((place) => place !== 'cause' && !(place in params));
  const silent = places.filter(([place]) => !placesOf(pattern).includes(place));
  if (stray.length + silent.length > 0 || (typeof text !== 'string' && params.count !== 'count')) {
    throw new Error(`the places of the sentence ${name} are not its params`);
  }
  const args = places.map(([place, kind]) => `${place} ${PLACES[kind].type}`);
  const values = places.map(([place, kind]) => `${JSON.stringify(place)}: ${PLACES[kind].param(place)}`);
  const said = (form: string) => concatenation(form, params);
  const counts = typeof text !== 'string';
  const fields = [
    identity(name, pattern),
    `Message: ${counts ? 'message' : said(text)}`,
    ...(values.length > 0 ? [`Params: map[string]any{${values.join(', ')}}`] : []),
    ...(hasCause ? ['Cause: cause'] : []),
  ];
  const forms = counts ? `	message := ${said(text.other)}\n	if count == 1 {\n		message = ${said(text.one)}\n	}\n` : '';
  return `// ${exported(name)} says: ${counts ? text.other : text}
func ${exported(name)}(${[...args, ...(hasCause ? ['cause *contract.Reason'] : [])].join(', ')}) *contract.Reason {
${forms}	return &contract.Reason{${fields.join(', ')}}
}
`;
}

/** The Go expression of a text: its words and what is said in its places, one after the other. */
function concatenation(text: string, params: Record<string, Place>): string {
  return text
    .split(/({{\w+}})/)
    .filter((part) => part !== '')
    .map((part) => {
      const [place] = placesIn(part);
      if (place === undefined) {
        return JSON.stringify(part);
      }
      return place === 'cause' ? 'cause.Message' : PLACES[params[place]].said(place);
    })
    .join(' + ');
}
