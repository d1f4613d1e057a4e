import { z } from 'zod';
import { defineKind, person, refTo, rollup, slug, text, title, weight, weightSteps } from '../common';

export const Objective = defineKind(
  'Objective',
  'What the strategy wants to achieve, in one perspective, measured by KPIs.',
  z.strictObject({
    title,
    description: text.optional(),
    strategy: refTo('Strategy'),
    perspective: slug.meta({ description: 'Name of the perspective in the scorecards that place it.' }),
    themes: z
      .array(
        z
          .union([
            refTo('Theme'),
            z.strictObject({ theme: refTo('Theme'), weight: weight.optional() }).meta({ id: 'ThemeWeight' }),
          ])
          .meta({ id: 'ThemeMembership' })
      )
      .max(50)
      .optional(),
    owner: person.optional(),
    kpis: z
      .array(
        z
          .strictObject({ kpi: refTo('Kpi'), weight: weight.optional(), weights: weightSteps.optional() })
          .meta({ id: 'KpiPlacement' })
      )
      .max(500)
      .optional(),
    contributesTo: z
      .array(
        z
          .strictObject({ objective: refTo('Objective'), weight: weight.optional(), weights: weightSteps.optional() })
          .meta({ id: 'ObjectivePlacement' })
      )
      .max(50)
      .optional()
      .meta({ description: 'Objectives, usually of a parent unit, of which this one is a child.' }),
    rollup: rollup.optional(),
  })
);
