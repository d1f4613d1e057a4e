import { z } from 'zod';
import { defineKind, periodText, person, text, title } from '../common';

export const Strategy = defineKind(
  'Strategy',
  'A dated revision of the strategy map.',
  z.strictObject({
    title,
    description: text.optional(),
    vision: text.optional(),
    mission: text.optional(),
    from: periodText.optional(),
    to: periodText.optional(),
    status: z.enum(['draft', 'active', 'retired']).optional(),
    owner: person.optional(),
  })
);
