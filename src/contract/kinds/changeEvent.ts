import { z } from 'zod';
import { defineKind, person, refTo, text, title } from '../common';
import { day } from './governance';

export const ChangeEvent = defineKind(
  'ChangeEvent',
  'A declared strategic transition or market disruption: reason to review more often while it lasts.',
  z.strictObject({
    title,
    description: text.optional(),
    kind: z.enum(['transition', 'disruption']),
    scorecards: z
      .array(refTo('Scorecard'))
      .max(100)
      .optional()
      .meta({ description: 'Which scorecards it concerns; all when left out.' }),
    from: day,
    to: day.optional().meta({ description: 'Its last day; open when left out.' }),
    by: person.optional(),
  })
);
