import { z } from 'zod';
import { anyRef, defineKind, person, refTo, slug, text, title } from '../common';
import { day, decisionRight, expectedEffect } from './governance';

export const Decision = defineKind(
  'Decision',
  'What was decided, by whom, against which options, and what it is expected to do.',
  z.strictObject({
    title,
    description: text.optional(),
    question: text.optional(),
    options: z.array(z.string().trim().min(1).max(500)).min(2).max(20).optional(),
    chosen: z.string().trim().min(1).max(500).optional().meta({ description: 'One of the options.' }),
    rationale: text.optional(),
    dissent: text.optional(),
    owner: person.optional(),
    state: z.enum(['open', 'decided', 'withdrawn']).optional().meta({ description: 'decided when left out.' }),
    raisedOn: day.optional(),
    decidedOn: day.optional(),
    due: day.optional().meta({ description: 'When an open one is to be decided.' }),
    review: refTo('Review').optional(),
    charter: refTo('GovernanceCharter').optional(),
    committee: slug.optional().meta({ description: 'The committee that decides; that of the review when left out.' }),
    right: decisionRight.optional().meta({ description: 'The decision right that was used.' }),
    about: z.array(anyRef).max(50).optional(),
    expectedEffect: expectedEffect.optional(),
    revisitOn: day.optional(),
  })
);
