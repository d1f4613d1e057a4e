import { z } from 'zod';
import { defineKind, periodText, person, refTo, text, title } from '../common';
import { day } from './governance';

export const Commentary = defineKind(
  'Commentary',
  'Why a KPI missed its target in one unit and period, and the plan by which it recovers.',
  z.strictObject({
    title: title.optional(),
    kpi: refTo('Kpi'),
    unit: refTo('OrgUnit'),
    period: periodText,
    explanation: text.min(1),
    cause: text.optional(),
    countermeasure: text.optional(),
    recoveryDate: day.optional(),
    owner: person.optional(),
    actions: z.array(refTo('Action')).max(50).optional(),
  })
);
