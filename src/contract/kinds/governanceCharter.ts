import { z } from 'zod';
import { defineKind, frequency, person, refTo, slug, text, title } from '../common';
import { day, decisionRight, tier } from './governance';

export const GovernanceCharter = defineKind(
  'GovernanceCharter',
  'Committees, what each reviews and how often, and when the strategy itself is questioned.',
  z.strictObject({
    title,
    purpose: text.optional(),
    description: text.optional(),
    committees: z
      .array(
        z
          .strictObject({
            name: slug,
            title,
            chair: person.optional(),
            members: z.array(person).max(200).optional(),
            delegates: z
              .record(z.string().min(1).max(200), person)
              .optional()
              .meta({ description: 'Who stands in, by the member replaced.' }),
            quorum: z.int().min(1).max(200).optional().meta({ description: 'Members or delegates who must be there.' }),
            decides: z.array(decisionRight).max(50).optional().meta({ description: 'Its decision rights.' }),
            dissolved: day.optional().meta({ description: 'First day on which the committee no longer exists.' }),
          })
          .meta({ id: 'Committee' })
      )
      .min(1)
      .max(100),
    reviews: z
      .array(
        z
          .strictObject({
            scorecard: refTo('Scorecard'),
            committee: slug,
            tier,
            every: frequency,
            bounds: z
              .strictObject({ seldom: frequency.optional(), often: frequency.optional() })
              .optional()
              .meta({ id: 'CadenceBounds', description: 'How seldom and how often the cadence may be set.' }),
          })
          .meta({ id: 'CharterReview', description: 'A promise: this committee reviews this scorecard that often.' })
      )
      .max(500)
      .optional(),
    pivots: z
      .strictObject({ committee: slug, every: frequency })
      .optional()
      .meta({ id: 'PivotRule', description: 'Who questions the strategy itself, and how often.' }),
    followUp: z
      .strictObject({
        escalateAfterDays: z.int().min(0).max(365).optional(),
        remindBeforeDays: z.int().min(0).max(90).optional(),
        reviewGraceDays: z.int().min(0).max(90).optional(),
      })
      .optional()
      .meta({
        id: 'FollowUpRule',
        description:
          'Days after its due date when an action escalates (7), before it when its owner is reminded (3), and after its planned day when a review that was not held counts as missed (7).',
      }),
  })
);
