import { z } from 'zod';
import { defineKind, finite, frequency, instant, person, refTo, text, title } from '../common';
import { day, tier } from './governance';

export const CadenceProposal = defineKind(
  'CadenceProposal',
  'A proposal to review a scorecard more or less often, why, and what the committee decided.',
  z.strictObject({
    title: title.optional(),
    scorecard: refTo('Scorecard'),
    charter: refTo('GovernanceCharter'),
    tier,
    series: refTo('ReviewSeries').optional(),
    from: frequency,
    to: frequency,
    why: text.min(1),
    reading: z
      .strictObject({
        at: instant,
        volatility: finite.nullable().optional(),
        shiftShare: finite.nullable().optional(),
        rule: z.string().max(60).optional(),
      })
      .optional()
      .meta({ id: 'VolatilityReading', description: 'What was measured when it was proposed, and by which rule.' }),
    decision: z
      .strictObject({
        outcome: z.enum(['accepted', 'rejected']),
        by: person.optional(),
        on: day,
        reason: text.optional(),
      })
      .optional()
      .meta({ id: 'CadenceDecision' }),
  })
);
