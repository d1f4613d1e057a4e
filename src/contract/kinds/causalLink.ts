import { z } from 'zod';
import { defineKind, lag, refTo, text, title } from '../common';

export const CausalLink = defineKind(
  'CausalLink',
  'A cause-effect hypothesis between two objectives: an arrow on the strategy map.',
  z.strictObject({
    title: title.optional(),
    from: refTo('Objective'),
    to: refTo('Objective'),
    hypothesis: text.optional(),
    lag: lag.optional(),
  })
);
