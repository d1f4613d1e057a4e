import { z } from 'zod';
import { defineKind, text, title } from '../common';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const weekday = z.enum(weekdays).meta({ id: 'Weekday' });

export const Calendar = defineKind(
  'Calendar',
  'Time zone and fiscal year: a first month, or a pattern of weeks.',
  z.strictObject({
    title,
    description: text.optional(),
    timeZone: z.string().min(1).max(60).meta({ description: 'IANA name, such as Europe/Berlin.' }),
    fiscalYearStartMonth: z.int().min(1).max(12).optional(),
    weekStart: weekday.optional().meta({ description: 'Orders days on display only; weeks are ISO 8601.' }),
    pattern: z
      .enum(['4-4-5', '4-5-4', '5-4-4'])
      .optional()
      .meta({ description: 'Weeks of each quarter’s three periods; needs yearEnd.' }),
    yearEnd: z
      .strictObject({ month: z.int().min(1).max(12), weekday, rule: z.enum(['last', 'nearest']) })
      .optional()
      .meta({
        description: 'The fiscal year ends on the last such weekday of the month, or on the one nearest to its end.',
      }),
    holidays: z
      .array(
        z
          .strictObject({ date: z.iso.date(), title: title.optional() })
          .meta({ id: 'Holiday', description: 'A day on which nobody meets.' })
      )
      .max(5000)
      .optional()
      .meta({ description: 'They move reviews; periods don’t know them.' }),
  })
);
