import { z } from 'zod';
import { anyRef, finite, instant, slug } from '../common';
import { day } from '../kinds/governance';
import { reason } from './errors';

const number = finite.nullable();

/** How an expected effect came out, once it can be told. */
export const effectCheck = z
  .object({
    state: z.enum(['pending', 'held', 'failed', 'notEvaluable']),
    kpi: slug,
    kpiTitle: z.string(),
    unit: z.string().nullable(),
    dueAt: instant.nullable().meta({ description: 'From when on it is checked.' }),
    before: number.meta({ description: 'Value of the last period before the decision.' }),
    after: number.meta({ description: 'Value of the period that `by` names or lies in.' }),
    change: number,
    probability: number,
    brier: number.meta({ description: '(probability − outcome)², of a check that came out.' }),
    reason: reason.optional(),
    rule: z.string(),
  })
  .meta({ id: 'EffectCheck' });

export const escalation = z
  .object({ to: z.string().nullable(), at: instant, reason })
  .meta({ id: 'Escalation', description: 'Who should know, since when, and why.' });

/** A row of the follow-up register: an action or a decision that waits. */
export const registerRow = z
  .object({
    ref: anyRef,
    title: z.string(),
    owner: z.string().nullable(),
    ownerKnown: z.boolean().nullable().meta({
      description: 'Whether Grafana knows the owner; null without one, or where nobody can be asked.',
    }),
    waitsFor: z.string().nullable().meta({
      description:
        'Who is to act: the owner, or the owner’s line where Grafana doesn’t know the owner; of what nobody owns the line, else the chair.',
    }),
    source: anyRef.nullable(),
    review: slug
      .nullable()
      .meta({ description: 'The review that it comes from, be it through a decision or an item.' }),
    reviewTitle: z.string().nullable(),
    series: slug.nullable(),
    seriesTitle: z.string().nullable(),
    committee: z.string().nullable(),
    committeeTitle: z.string().nullable(),
    about: z.array(anyRef),
    kpi: slug.nullable().meta({
      description: 'The KPI that it is to move; of an action without an expected effect the one that it names.',
    }),
    kpiTitle: z.string().nullable(),
    state: z.string(),
    firstDue: day.nullable(),
    due: day.nullable(),
    dueAt: instant.nullable().meta({ description: 'The end of the due day.' }),
    slips: z.int().meta({ description: 'How often the due date was put off.' }),
    slipDays: z.int().meta({ description: 'due − firstDue in days.' }),
    ageDays: z.int(),
    overdue: z.boolean(),
    waiting: z.boolean().meta({ description: 'Still to be done, to be decided, or to be revisited.' }),
    closedOn: day.nullable(),
    onTime: z.boolean().nullable().meta({
      description:
        'Closed by firstDue; null while it waits and isn’t overdue, and of what was cancelled or never had a due date.',
    }),
    evidence: z.string().nullable(),
    escalation: escalation.nullable(),
    reminder: z.boolean().meta({ description: 'The owner is being reminded.' }),
    effect: effectCheck.nullable(),
    dueOnHoliday: z.boolean(),
    duplicates: z.array(anyRef).meta({ description: 'Open entries that say the same.' }),
    gaps: z.array(z.string()),
    version: z.int(),
  })
  .meta({ id: 'RegisterRow' });

export const register = z
  .object({
    items: z.array(registerRow),
    next: z.string().nullable(),
    now: instant,
    summary: z
      .object({
        open: z.int().meta({ description: 'What waits.' }),
        overdue: z.int(),
        closed: z
          .int()
          .meta({ description: 'Done or decided; what was cancelled or withdrawn is neither open nor closed.' }),
        escalated: z.int(),
        onTime: number.meta({
          description: 'Closed by firstDue / (closed + overdue), 0…1, among what ever had a due date.',
        }),
        meanSlipDays: number,
        total: z.int(),
        reason: reason.optional(),
      })
      .meta({ id: 'RegisterSummary' }),
    teams: z
      .array(z.string())
      .meta({ description: 'Names of the Grafana teams that own an entry, whatever the filters leave.' }),
    rule: z.string(),
  })
  .meta({ id: 'Register' });

/** How well a committee foresees what its decisions do. */
export const committeeCalibration = z
  .object({
    committee: z.string(),
    title: z.string(),
    decisions: z.int(),
    pending: z.int(),
    checked: z.int(),
    notEvaluable: z.int(),
    brier: number.meta({ description: 'Mean (probability − outcome)²; 0 is perfect, 0.25 is a coin.' }),
    meanProbability: number,
    heldShare: number,
    bins: z.array(
      z
        .object({ from: finite, to: finite, n: z.int(), meanProbability: number, heldShare: number })
        .meta({ id: 'CalibrationBin' })
    ),
    reason: reason.optional(),
  })
  .meta({ id: 'CommitteeCalibration' });

export const calibration = z
  .object({
    charter: slug,
    now: instant,
    committees: z.array(committeeCalibration),
    decisions: z.array(
      z
        .object({
          ref: anyRef,
          title: z.string(),
          committee: z.string(),
          committeeTitle: z.string(),
          effect: effectCheck,
        })
        .meta({
          id: 'CalibratedDecision',
        })
    ),
    rule: z.string(),
  })
  .meta({ id: 'Calibration' });

export const feedTokenRequest = z
  .strictObject({ title: z.string().trim().min(1).max(200).optional() })
  .meta({ id: 'FeedTokenRequest' });

/** A calendar feed of one person; the token itself is shown once. */
export const feedToken = z
  .object({
    id: z.string(),
    title: z.string().nullable(),
    person: z.string(),
    createdAt: instant,
    revokedAt: instant.nullable(),
    lastUsedAt: instant.nullable(),
    token: z.string().optional(),
    path: z.string().optional().meta({ description: 'Address of the feed, relative to the API’s base.' }),
  })
  .meta({ id: 'FeedToken' });
export const feedTokenList = z
  .object({ items: z.array(feedToken), next: z.string().nullable() })
  .meta({ id: 'FeedTokenList' });

/** Something that waits for the caller; `said` is `why`, sentence by sentence, for other languages. */
export const workItem = z
  .object({
    type: z.enum([
      'action',
      'decision',
      'approval',
      'review',
      'agendaItem',
      'proposal',
      'explanation',
      'run',
      'escalation',
      'missedReview',
      'submission',
      'quarantine',
      'report',
      'drift',
      'signature',
      'effectCheck',
    ]),
    ref: anyRef.nullable(),
    id: z.string().nullable().meta({ description: 'Id of a run.' }),
    team: z.string().nullable().meta({
      description: 'Name of the Grafana team through which it waits for the caller; null when it does so by name.',
    }),
    unit: z.string().nullable().meta({ description: 'Unit of the value that lacks an explanation.' }),
    period: z.string().nullable().meta({ description: 'Period of the value that lacks an explanation.' }),
    title: z.string(),
    why: z.string(),
    said: z.array(reason),
    since: instant.nullable(),
    due: instant.nullable(),
    overdue: z.boolean(),
    urgency: z.int().meta({ description: 'Lower comes first.' }),
  })
  .meta({ id: 'WorkItem' });

export const workChange = z
  .object({ ref: anyRef, title: z.string(), action: z.string(), by: z.string(), at: instant })
  .meta({ id: 'WorkChange' });

/** What waits for the caller, and what changed since they were here. */
export const myWork = z
  .object({
    person: z.string(),
    now: instant,
    seenAt: instant.nullable().meta({ description: 'When the caller last said that they had seen this.' }),
    teamsKnown: z.boolean().meta({
      description: 'Whether Grafana said who is in which team; what waits for teams is missing where it didn’t.',
    }),
    items: z.array(workItem),
    changes: z.array(workChange),
    moreChanges: z.int(),
  })
  .meta({ id: 'MyWork' });
