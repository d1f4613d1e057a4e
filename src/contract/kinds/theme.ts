import { z } from 'zod';
import { defineKind, person, refTo, text, title } from '../common';

export const Theme = defineKind(
  'Theme',
  'A strategic theme that runs across perspectives, with its executive sponsor.',
  z.strictObject({
    title,
    description: text.optional(),
    strategy: refTo('Strategy'),
    sponsor: person.optional(),
    color: z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/)
      .optional()
      .meta({ description: 'Stripe on the map, as #rrggbb.' }),
  })
);
