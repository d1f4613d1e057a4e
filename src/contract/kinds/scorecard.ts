import { z } from 'zod';
import { defineKind, frequency, link, person, refTo, rollup, slug, text, title, weight, weightSteps } from '../common';

export const scheme = z
  .strictObject({
    levels: z
      .array(
        z.strictObject({ name: z.string().min(1).max(60), from: z.number().min(0).max(100) }).meta({ id: 'Level' })
      )
      .min(2)
      .max(10),
  })
  .meta({
    id: 'Scheme',
    description: 'Named levels from the lowest (from 0) to the best; red, amber, green at thirds by default.',
  });

export const Scorecard = defineKind(
  'Scorecard',
  'Perspectives and objectives of one unit, and how their scores roll up.',
  z.strictObject({
    title,
    description: text.optional(),
    strategy: refTo('Strategy'),
    calendar: refTo('Calendar'),
    frequency,
    unit: refTo('OrgUnit'),
    owner: person.optional(),
    rollup: rollup.optional(),
    scheme: scheme.optional(),
    perspectives: z
      .array(
        z
          .strictObject({
            name: slug,
            title,
            weight: weight.optional(),
            weights: weightSteps.optional(),
            rollup: rollup.optional(),
            objectives: z
              .array(
                z
                  .strictObject({
                    objective: refTo('Objective'),
                    weight: weight.optional(),
                    weights: weightSteps.optional(),
                  })
                  .meta({ id: 'ScorecardObjective' })
              )
              .max(500)
              .optional(),
          })
          .meta({ id: 'Perspective' })
      )
      .min(1)
      .max(20),
    dashboards: z.array(link).max(20).optional(),
  })
);
