import { z } from 'zod';
import { anyRef, defineKind, instant, person, refTo, text, title } from '../common';
import { day, expectedEffect } from './governance';

export const Action = defineKind(
  'Action',
  'What somebody does by a date, where it came from, and what became of it.',
  z.strictObject({
    title,
    description: text.optional(),
    owner: person.optional(),
    source: anyRef.optional().meta({ description: 'Where it comes from: a review, a decision, a KPI …' }),
    about: z.array(anyRef).max(50).optional(),
    kpi: refTo('Kpi').optional(),
    unit: refTo('OrgUnit').optional(),
    state: z.enum(['open', 'inProgress', 'blocked', 'done', 'cancelled']).optional().meta({
      description: 'open when left out.',
    }),
    firstDue: day.optional().meta({ description: 'The first due date; it never changes.' }),
    due: day.optional(),
    dueHistory: z
      .array(
        z
          .strictObject({
            due: day,
            changedAt: instant,
            changedBy: z.string().max(200).optional(),
            reason: text.optional(),
          })
          .meta({ id: 'DueChange', description: 'A due date that held until it was moved.' })
      )
      .max(1000)
      .optional()
      .meta({ description: 'Earlier due dates; kept by the server when `due` changes.' }),
    closedOn: day.optional(),
    evidence: text.optional(),
    effect: expectedEffect.optional().meta({ description: 'What the action is expected to do.' }),
    effectCheckOn: day.optional(),
  })
);
