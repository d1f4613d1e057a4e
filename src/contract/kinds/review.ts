import { z } from 'zod';
import { defineKind, instant, periodText, refTo, text, title } from '../common';
import { agendaEntry, reviewRoles } from './governance';

export const Review = defineKind(
  'Review',
  'One meeting of a series. Agenda, roles, quorum and length are copied from the series when it is made.',
  z.strictObject({
    title: title.optional(),
    description: text.optional(),
    series: refTo('ReviewSeries'),
    start: instant.meta({ description: 'When it is planned to begin.' }),
    occurrence: instant
      .optional()
      .meta({ description: 'The occurrence of the series it stands for, when it was moved.' }),
    minutes: z.int().min(1).max(1440).optional(),
    period: periodText
      .optional()
      .meta({ description: 'What is reviewed; the last period that ended before it starts.' }),
    agenda: z.array(agendaEntry).max(200).optional(),
    roles: reviewRoles.optional(),
    quorum: z.int().min(1).max(200).optional(),
    cancelled: text.min(1).optional().meta({ description: 'Why it doesn’t take place.' }),
  })
);
