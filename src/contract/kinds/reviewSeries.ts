import { z } from 'zod';
import { defineKind, frequency, person, refTo, slug, text, title } from '../common';
import { agendaEntry, day, reviewRoles, tier } from './governance';

const rrule = z
  .string()
  .min(1)
  .max(500)
  .meta({ description: 'RFC 5545 recurrence rule, such as FREQ=MONTHLY;BYDAY=2WE.' });

const localStart = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/);

const timeZone = z.string().min(1).max(60);
const except = z.array(day).max(1000);
const onHoliday = z.enum(['next', 'previous', 'skip', 'keep']);

const earlierRule = z
  .strictObject({
    rrule,
    start: localStart.meta({ description: 'Local date and time of its first occurrence.' }),
    until: day.meta({ description: 'The last day on which it applied.' }),
    timeZone: timeZone.optional().meta({
      description:
        'The zone in which it applied. With it, except and onHoliday are its own as well; without it all three are the present ones.',
    }),
    except: except.optional().meta({ description: 'Days on which it had no meeting; needs timeZone.' }),
    onHoliday: onHoliday.optional().meta({
      description: 'Where its meetings on a holiday went: the next working day when left out; needs timeZone.',
    }),
  })
  .meta({ id: 'EarlierRule' });

export const recurrence = z
  .strictObject({
    rrule,
    start: localStart.meta({ description: 'Local date and time of the first occurrence: 1997-01-21T09:00.' }),
    timeZone: timeZone.meta({ description: 'IANA name; meetings keep their local time over the year.' }),
    minutes: z.int().min(1).max(1440).optional().meta({ description: 'Length; the sum of the agenda when left out.' }),
    except: except.optional().meta({ description: 'Days on which there is no meeting.' }),
    calendar: refTo('Calendar')
      .optional()
      .meta({ description: 'Whose holidays count; the scorecard’s when left out.' }),
    onHoliday: onHoliday
      .optional()
      .meta({ description: 'Where a meeting on a holiday goes: the next working day when left out.' }),
    earlier: z.array(earlierRule).max(50).optional().meta({
      description:
        'Rules that applied before, oldest first, each from the day after the one before it: what they planned stays planned.',
    }),
  })
  .meta({ id: 'Recurrence' });

export const ReviewSeries = defineKind(
  'ReviewSeries',
  'A review that recurs: tier, committee, scorecards, recurrence, agenda and who takes part.',
  z.strictObject({
    title,
    description: text.optional(),
    tier,
    charter: refTo('GovernanceCharter').optional(),
    committee: slug.optional().meta({ description: 'A committee of the charter.' }),
    scorecards: z.array(refTo('Scorecard')).min(1).max(100),
    units: z
      .array(refTo('OrgUnit'))
      .max(1000)
      .optional()
      .meta({ description: 'Units that get a report each; the scorecards’ own when left out.' }),
    period: frequency.optional().meta({ description: 'Length of the periods that are reviewed.' }),
    recurrence,
    template: refTo('ReportTemplate').optional(),
    facilitator: person.optional(),
    roles: reviewRoles.optional(),
    quorum: z.int().min(1).max(200).optional().meta({ description: 'The committee’s when left out.' }),
    escalateAfter: z
      .int()
      .min(1)
      .max(50)
      .optional()
      .meta({ description: 'Meetings after which an unresolved item goes to the next tier.' }),
    escalatesTo: refTo('ReviewSeries')
      .optional()
      .meta({ description: 'The series of the next tier; when left out, one of the same charter or scorecard.' }),
    driftLimit: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .meta({ description: 'Drift above which the chair is told, the second time; 0.25 when left out.' }),
    agenda: z.array(agendaEntry).max(100).optional(),
  })
);
