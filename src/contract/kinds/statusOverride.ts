import { z } from 'zod';
import { anyRef, defineKind, instant, periodText, person, refTo, text, title } from '../common';

export const StatusOverride = defineKind(
  'StatusOverride',
  'A status set by a person for one node, unit and period; shown as such, it never changes the score.',
  z.strictObject({
    title: title.optional(),
    scorecard: refTo('Scorecard'),
    node: anyRef.meta({ description: 'The node; a perspective is {kind: Perspective, name} of the scorecard.' }),
    unit: refTo('OrgUnit'),
    period: periodText,
    status: z.string().min(1).max(60).meta({ description: 'Name of a level of the scorecard’s scheme.' }),
    author: person,
    reason: text.min(1),
    expires: z.union([instant, z.iso.date()]).optional(),
  })
);
