import { z } from 'zod';
import { defineKind, frequency, link, person, refTo, text, title } from '../common';
import { queryModel } from './dataset';
import { datasourceRef } from './sourceSystem';

/** How frames become observations. */
export const extract = z
  .strictObject({
    mode: z.enum(['scalar', 'series', 'table']),
    time: z.string().min(1).max(200).optional().meta({ description: 'Column with the time of the row.' }),
    period: z.string().min(1).max(200).optional().meta({ description: 'Column with a period id, instead of time.' }),
    unit: z.string().min(1).max(200).optional().meta({ description: 'Column with a unit’s name or alias.' }),
    value: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .meta({ description: 'Column with the value; may be left out when only one is numeric.' }),
    multiplier: z.number().optional(),
    offset: z.number().optional(),
    localTime: z
      .boolean()
      .optional()
      .meta({ description: 'Reads times without zone as wall-clock time of the calendar.' }),
    emptyAs: z
      .enum(['missing', 'zero'])
      .optional()
      .meta({ description: 'zero stores 0 where the query succeeded without a row.' }),
  })
  .meta({ id: 'Extract' });

export const querySource = z
  .strictObject({
    type: z.literal('query'),
    system: refTo('SourceSystem').optional(),
    dataset: refTo('Dataset').optional(),
    datasource: datasourceRef.optional(),
    query: queryModel.optional(),
    extract,
  })
  .meta({ id: 'QuerySource' });

export const manualSource = z
  .strictObject({
    type: z.literal('manual'),
    system: refTo('SourceSystem').optional(),
    contributors: z
      .array(
        z.strictObject({ person, units: z.array(refTo('OrgUnit')).max(1000).optional() }).meta({ id: 'Contributor' })
      )
      .max(500)
      .optional()
      .meta({ description: 'Who may submit, for which units; every editor when left out.' }),
    approval: z
      .boolean()
      .optional()
      .meta({ description: 'A value waits in quarantine until a second person submits the same.' }),
  })
  .meta({ id: 'ManualSource' });

export const calculatedSource = z
  .strictObject({
    type: z.literal('calculated'),
    formula: z.string().min(1).max(5000),
    evaluate: z.enum(['afterAggregation', 'perPeriod']).optional(),
  })
  .meta({ id: 'CalculatedSource' });

export const kpiSource = z
  .discriminatedUnion('type', [querySource, manualSource, calculatedSource])
  .meta({ id: 'KpiSource' });

export const timeAggregations = ['sum', 'mean', 'weightedMean', 'min', 'max', 'count', 'first', 'last'] as const;
export const unitAggregations = ['sum', 'mean', 'weightedMean', 'min', 'max', 'count', 'none'] as const;

export const aggregation = z
  .strictObject({
    time: z.enum(timeAggregations).optional(),
    units: z.enum(unitAggregations).optional(),
    weight: refTo('Kpi').optional().meta({ 'x-ref': 'Kpi', description: 'The KPI that weighs a weightedMean.' }),
  })
  .meta({ id: 'Aggregation' });

export const Kpi = defineKind(
  'Kpi',
  'A measure: where its values come from, how they aggregate over time and units, who answers for them.',
  z.strictObject({
    title,
    description: text.optional(),
    valueDriver: text.optional().meta({ description: 'What value the measure drives.' }),
    type: z.enum(['leading', 'lagging']).optional(),
    unitOfMeasure: z
      .strictObject({ unit: z.string().max(60).optional(), decimals: z.int().min(0).max(10).optional() })
      .optional()
      .meta({ description: 'Grafana unit id and the decimals shown.' }),
    calendar: refTo('Calendar'),
    frequency,
    closeDays: z
      .int()
      .min(0)
      .max(3660)
      .optional()
      .meta({ description: 'Days from period end to close; 0 by default.' }),
    aggregation: aggregation.optional(),
    unitRollup: z.enum(['own', 'children', 'ownElseChildren']).optional(),
    missing: z.enum(['skip', 'require']).optional(),
    units: z
      .array(refTo('OrgUnit'))
      .min(1)
      .max(5000)
      .optional()
      .meta({ description: 'Units where it is measured; everywhere when left out.' }),
    owner: person.optional(),
    steward: person.optional(),
    dashboards: z.array(link).max(20).optional().meta({ description: 'Operational dashboards behind the number.' }),
    source: kpiSource.optional().meta({ description: 'Where values come from; a KPI without one is a reported gap.' }),
  })
);
