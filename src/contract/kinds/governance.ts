import { z } from 'zod';
import { finite, periodText, refTo, slug } from '../common';

/** Tiers of reviews, from the one closest to the work. What stays unresolved moves up. */
export const tiers = ['operational', 'tactical', 'strategic'] as const;
export const tier = z.enum(tiers).meta({ id: 'Tier' });

/** What an agenda item is about, by the tier that it belongs to. */
export const itemClass = z.enum(tiers).meta({
  id: 'ItemClass',
  description:
    'Operational: one period of one KPI; tactical: countermeasures; strategic: objectives, assumptions, themes.',
});

/** A calendar day, as YYYY-MM-DD. */
export const day = z.iso.date();

/** A class of decisions, in the charter's own words, such as `targets` or `funding`. */
export const decisionRight = z.string().trim().min(1).max(60);

/** One item of an agenda that every review of a series has. */
export const agendaEntry = z
  .strictObject({
    name: slug,
    title: z.string().trim().min(1).max(200),
    minutes: z.number().min(0).max(1440).meta({ description: 'Time box in minutes.' }),
    class: itemClass,
    source: z
      .enum(['map', 'scorecard', 'exceptions', 'assumptions', 'initiatives', 'register', 'reports'])
      .optional()
      .meta({ description: 'What the item is discussed from.' }),
  })
  .meta({ id: 'AgendaEntry' });

/** Who takes part. Attendance counts the required ones. */
export const reviewRoles = z
  .strictObject({
    required: z
      .array(z.string().trim().min(1).max(200).meta({ 'x-person': true }))
      .max(100)
      .optional(),
    optional: z
      .array(z.string().trim().min(1).max(200).meta({ 'x-person': true }))
      .max(100)
      .optional(),
  })
  .meta({ id: 'ReviewRoles', description: 'People or roles in words; attendance counts the required ones.' });

/** What a decision is expected to do, so that it can be checked. */
export const expectedEffect = z
  .strictObject({
    kpi: refTo('Kpi'),
    unit: refTo('OrgUnit').optional(),
    sign: z.enum(['up', 'down']).meta({ description: 'Which way the KPI’s value is expected to move.' }),
    size: finite.optional().meta({ description: 'By at least how much, in the KPI’s unit of measure, without sign.' }),
    by: periodText.meta({ description: 'Day or period at whose end the effect is checked.' }),
    probability: z.number().min(0).max(1).meta({ description: 'How likely the deciders hold the effect, 0…1.' }),
  })
  .meta({ id: 'ExpectedEffect' });
