import { z } from 'zod';
import { anyRef, defineKind, instant, person, refTo, text, title } from '../common';
import { decisionRight, itemClass } from './governance';

export const AgendaItem = defineKind(
  'AgendaItem',
  'Something to be resolved by a review. It stays on the agenda until it is, and moves up a tier when it isn’t.',
  z.strictObject({
    title,
    description: text.optional(),
    series: refTo('ReviewSeries').meta({ description: 'Where it was raised.' }),
    review: refTo('Review').optional().meta({ description: 'The meeting that raised it.' }),
    raised: instant.optional().meta({ description: 'Since when it is open; when it was written down when left out.' }),
    raisedBy: person.optional(),
    minutes: z.number().min(0).max(1440).optional(),
    class: itemClass.optional().meta({ description: 'Proposed from what it is about when left out.' }),
    classReason: text
      .min(1)
      .optional()
      .meta({ description: 'Why an operational item is put on the agenda of a strategic review all the same.' }),
    right: decisionRight.optional().meta({ description: 'The decision right that it needs.' }),
    about: z.array(anyRef).max(50).optional(),
    state: z.enum(['open', 'resolved', 'withdrawn']).optional(),
    resolved: instant.optional(),
    resolution: text.optional(),
  })
);
