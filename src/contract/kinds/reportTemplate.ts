import { z } from 'zod';
import { defineKind, person, refTo, slug, text, title } from '../common';

/** What a section of a report shows. */
export const sectionTypes = [
  'strategyMap',
  'scorecard',
  'kpiDetail',
  'exceptions',
  'initiatives',
  'actions',
  'decisions',
  'commentary',
  'text',
] as const;

export const ReportTemplate = defineKind(
  'ReportTemplate',
  'Sections of the report before a review, the same for every unit, and who gets it.',
  z.strictObject({
    title,
    description: text.optional(),
    sections: z
      .array(
        z
          .strictObject({
            name: slug,
            type: z.enum(sectionTypes),
            title: title.optional(),
            required: z.boolean().optional().meta({ description: 'Counts as a gap while it is empty.' }),
            statuses: z
              .array(z.string().min(1).max(60))
              .max(10)
              .optional()
              .meta({ description: 'Levels that make an exception; the lowest when left out.' }),
            kpis: z.array(refTo('Kpi')).max(500).optional().meta({ description: 'Which KPIs a kpiDetail shows.' }),
            text: text.optional(),
          })
          .meta({ id: 'ReportSection' })
      )
      .min(1)
      .max(50),
    subscribers: z
      .array(
        z
          .strictObject({ person: person.optional(), channel: z.enum(['app', 'email', 'webhook']).optional() })
          .meta({ id: 'Subscriber', description: 'A person (in the app, by e-mail), or the webhook of the settings.' })
      )
      .max(500)
      .optional(),
    freezeHoursBefore: z
      .int()
      .min(0)
      .max(720)
      .optional()
      .meta({ description: 'The schedule freezes and sends the report so many hours before each review.' }),
  })
);
