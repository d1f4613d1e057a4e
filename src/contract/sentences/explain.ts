import { type Pattern } from './pattern';

/** What a step of a computation is. */
const steps = {
  scoreOf: { text: 'Score of {{kpi}}', params: { kpi: 'text' } },
  scaleOf: { text: 'Scale of {{targets}}', params: { targets: 'text' } },
  weightOf: { text: 'Weight: {{kpi}}', params: { kpi: 'text' } },
  prevOf: { text: 'prev of {{kpi}}', params: { kpi: 'text' } },
  ytdOf: { text: 'ytd of {{kpi}}', params: { kpi: 'text' } },
  rollingOf: { text: 'rolling of {{kpi}}', params: { kpi: 'text' } },
  samePeriodLastYearOf: { text: 'samePeriodLastYear of {{kpi}}', params: { kpi: 'text' } },
  baseline: { text: 'Baseline' },
  target: { text: 'Target' },
  stretch: { text: 'Stretch' },
} satisfies Record<string, Pattern>;

/** How a value comes from several. */
const aggregations = {
  sum: { text: 'sum' },
  mean: { text: 'mean' },
  weightedMean: { text: 'weighted mean' },
  weightedMeanBy: { text: 'mean weighted by {{kpi}}', params: { kpi: 'text' } },
  min: { text: 'lowest value' },
  max: { text: 'highest value' },
  count: { text: 'count' },
  first: { text: 'first value' },
  last: { text: 'last value' },
  sumBelow: { text: 'sum of the units below' },
  stepPath: { text: 'the last amount set before' },
  linearPath: { text: 'in a line between the amounts set' },
  seasonalPath: { text: 'share of a year’s amount' },
} satisfies Record<string, Pattern>;

/** How a scale makes a score of a value. */
const scales = {
  goalRedFlag: {
    text: 'from the red flag {{redFlag}} to the goal {{goal}}',
    params: { redFlag: 'threshold', goal: 'threshold' },
  },
  worst: { text: '0 at {{worst}}', params: { worst: 'threshold' } },
  best: { text: '100 at {{best}}', params: { best: 'threshold' } },
  toTarget: { text: 'from the baseline to the target' },
  between: {
    text: '100 from {{low}} to {{high}}, 0 from {{tolerance}} outside on',
    params: { low: 'threshold', high: 'threshold', tolerance: 'threshold' },
  },
  above: { text: '100 above {{value}}, else 0', params: { value: 'threshold' } },
  atLeast: { text: '100 from {{value}} on, else 0', params: { value: 'threshold' } },
  below: { text: '100 below {{value}}, else 0', params: { value: 'threshold' } },
  atMost: { text: '100 up to {{value}}, else 0', params: { value: 'threshold' } },
  exactly: { text: '100 at {{value}} exactly, else 0', params: { value: 'threshold' } },
  range: {
    text: '{{level}} from {{from}} to below {{to}}',
    params: { level: 'level', from: 'threshold', to: 'threshold' },
  },
  rangeFrom: { text: '{{level}} from {{from}} on', params: { level: 'level', from: 'threshold' } },
  rangeTo: { text: '{{level}} below {{to}}', params: { level: 'level', to: 'threshold' } },
  everywhere: { text: '{{level}} everywhere', params: { level: 'level' } },
  point: { text: '{{score}} at {{value}}', params: { score: 'threshold', value: 'threshold' } },
  factor: { text: 'amounts × {{factor}}', params: { factor: 'number' } },
} satisfies Record<string, Pattern>;

export const explain = { ...steps, ...aggregations, ...scales };
