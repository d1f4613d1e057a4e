import { z } from 'zod';
import { defineKind, person, refTo, text, title } from '../common';

export const OrgUnit = defineKind(
  'OrgUnit',
  'A unit of the organisation, or of a tree beside it such as products or sites. Units form a forest.',
  z.strictObject({
    title,
    description: text.optional(),
    type: z
      .string()
      .min(1)
      .max(60)
      .optional()
      .meta({ description: 'company, division, region, site … in your own words.' }),
    parent: refTo('OrgUnit').optional(),
    mandate: text.optional().meta({ description: 'What the unit is there for.' }),
    aliases: z.array(z.string().trim().min(1).max(200)).max(200).optional().meta({
      description: 'Keys that source systems use; compared without case and outer blanks, unique in the org.',
    }),
    owner: person.optional(),
  })
);
