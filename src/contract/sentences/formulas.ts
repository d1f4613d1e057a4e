import { OF_CAUSE, type Pattern } from './pattern';

const word = { word: 'text' } as const;

/** Why a formula can't be read, and where in it. */
export const formulas = {
  formulaAt: { code: OF_CAUSE, text: 'column {{column}}: {{cause}}', params: { column: 'whole' } },
  formulaAtLine: {
    code: OF_CAUSE,
    text: 'line {{line}}, column {{column}}: {{cause}}',
    params: { line: 'whole', column: 'whole' },
  },
  formulaTooLong: { text: 'a formula has at most {{most}} characters', params: { most: 'whole' } },
  formulaTooComplex: { text: 'the formula is too long: split it into several KPIs' },
  formulaNotText: { text: 'a formula is UTF-8 text' },
  formulaEmpty: { text: 'the formula is empty' },
  formulaEndsEarly: { text: 'the formula ends too early' },
  formulaUnexpected: { text: 'unexpected "{{word}}"', params: word },
  otherOperator: {
    text: '{{word}} is no operator of formulas: write {{instead}}',
    params: { word: 'text', instead: 'text' },
  },
  noOperator: {
    text: '{{word}} is no operator of formulas, which have + - * / % < <= > >= == != ? : and or not',
    params: word,
  },
  reservedWord: {
    text: '{{word}} is a reserved word: write kpi("{{name}}") for a KPI of this name',
    params: { word: 'text', name: 'text' },
  },
  noBracket: { text: '{{word}} is not used in formulas: only ( and ) are', params: word },
  textOnlyAsName: { text: 'text is only used in kpi("name")' },
  noFunction: { text: 'there is no function {{word}}', params: word },
  noFunctionOf: {
    text: 'there is no function {{word}}: there are {{functions}}',
    params: { word: 'text', functions: 'text' },
  },
  noComments: { text: 'formulas have no comments, and division is written x / y' },
  numberNeeded: {
    text: 'a number is needed here: a KPI, a number, a calculation, condition ? x : y, or a function',
  },
  truthTurned: {
    text: '{{word}} gives a truth value; to turn a comparison round write not (x > y)',
    params: word,
  },
  truthAsNumber: { text: '{{word}} gives a truth value, which is only used in condition ? x : y', params: word },
  branchMissing: { text: 'the value between ? and : is missing' },
  comparisonsChained: { text: "comparisons can't be chained: write x < y and y < z" },
  conditionNeeded: { text: 'a condition is needed here, such as x > y' },
  argumentsCount: {
    text: "{{word}} can't have {{arguments}} arguments: write {{usage}}",
    params: { word: 'text', arguments: 'whole', usage: 'text' },
  },
  kpiNeeded: { text: '{{word}} needs a KPI: its name, or kpi("name")', params: word },
  writeKpi: { text: 'write kpi("name")' },
  nameUnquoted: { text: 'the name of a KPI is written in quotes: kpi("name")' },
  noKpiName: {
    text: '"{{word}}" can\'t be the name of a KPI: names have lower-case letters, digits and hyphens',
    params: word,
  },
  digitsOutOfRange: {
    text: 'digits must be a whole number from {{least}} to {{most}}',
    params: { least: 'whole', most: 'whole' },
  },
  periodsOutOfRange: {
    text: 'the number of periods must be a whole number from 1 to {{most}}',
    params: { most: 'whole' },
  },
} satisfies Record<string, Pattern>;
