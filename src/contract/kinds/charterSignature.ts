import { z } from 'zod';
import { defineKind, person, refTo, text, title } from '../common';
import { day } from './governance';

export const CharterSignature = defineKind(
  'CharterSignature',
  'A person’s agreement to one version of a governance charter.',
  z.strictObject({
    title: title.optional(),
    charter: refTo('GovernanceCharter'),
    version: z.int().min(1).meta({ description: 'The version of the charter that was signed.' }),
    person,
    signedOn: day,
    note: text.optional(),
  })
);
