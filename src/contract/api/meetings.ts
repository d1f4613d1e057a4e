import { z } from 'zod';
import { anyRef, finite, instant, slug } from '../common';
import { agendaEntry, day, expectedEffect, itemClass, tier } from '../kinds/governance';
import { carriedItem } from './cadence';
import { reason } from './errors';

const number = finite.nullable();

export const eventTypes = [
  'open',
  'item',
  'pause',
  'attendance',
  'note',
  'decision',
  'action',
  'park',
  'prompt',
  'prepare',
  'pulse',
  'close',
] as const;

/**
 * Something that happened in a meeting. The id is the sender's: what was sent twice is kept once. Which of the other fields
 * count depends on the type; fields beyond those named are kept with the event.
 */
export const reviewEvent = z
  .looseObject({
    id: z.string().min(1).max(200),
    at: instant,
    type: z.enum(eventTypes),
    item: slug.optional().meta({ description: 'item: which item of the agenda begins.' }),
    offAgenda: z.string().min(1).max(500).optional().meta({ description: 'item: a block outside the agenda begins.' }),
    class: itemClass.optional().meta({ description: 'item, park: another class than the agenda or the links say.' }),
    reason: z.string().min(1).max(2000).optional(),
    person: z.string().min(1).max(200).optional(),
    state: z.string().max(60).optional().meta({ description: 'attendance: present, delegate or absent.' }),
    text: z.string().max(10_000).optional().meta({ description: 'What was noted, decided, agreed or parked.' }),
    title: z.string().max(500).optional(),
    question: z.string().max(10_000).optional(),
    options: z.array(z.string().min(1).max(500)).max(20).optional(),
    chosen: z.string().max(500).optional(),
    rationale: z.string().max(10_000).optional(),
    dissent: z.string().max(10_000).optional(),
    owner: z.string().max(200).optional(),
    due: day.optional(),
    kpi: slug.optional(),
    about: z.array(anyRef).max(50).optional(),
    expectedEffect: expectedEffect.optional(),
    revisitOn: day.optional(),
    prompt: z
      .string()
      .max(200)
      .optional()
      .meta({ description: 'prompt: id of the prompt that was shown or answered.' }),
    heard: z.int().min(1).max(5).optional().meta({ description: 'pulse: was everybody heard, 1…5.' }),
    evidence: z.int().min(1).max(5).optional().meta({ description: 'pulse: was evidence used, 1…5.' }),
    clear: z.int().min(1).max(5).optional().meta({ description: 'pulse: are the decisions clear, 1…5.' }),
  })
  .meta({ id: 'ReviewEvent' });

export const reviewEvents = z
  .strictObject({ events: z.array(reviewEvent).min(1).max(1000) })
  .meta({ id: 'ReviewEvents' });

export const itemMinutes = z
  .object({
    item: slug,
    class: itemClass,
    planned: finite,
    actual: finite,
  })
  .meta({ id: 'ItemMinutes' });

const itemTitles = z
  .record(z.string(), z.string())
  .meta({ description: 'What people call the items of `minutes`, by their names.' });

export const offAgendaBlock = z
  .object({ title: z.string(), class: itemClass, minutes: finite })
  .meta({ id: 'OffAgendaBlock' });

/** How a meeting kept to its plan. What was not measured is null, with the reason. */
export const discipline = z
  .object({
    review: slug,
    series: slug,
    tier,
    start: instant,
    opened: instant.nullable(),
    closed: instant.nullable(),
    adherence: number.meta({ description: 'Σ min(planned, actual) / Σ max over items and off-agenda blocks, 0…1.' }),
    drift: number.meta({ description: 'Share of logged minutes spent on operational items and off the agenda, 0…1.' }),
    attendance: number.meta({ description: 'Required roles present, a delegate counts half, 0…1.' }),
    lateMinutes: number.meta({ description: 'Minutes from the planned start to the opening; 0 when early.' }),
    quorum: z.object({ required: z.int().nullable(), present: z.int(), met: z.boolean().nullable() }).meta({
      id: 'QuorumState',
    }),
    minutes: z.array(itemMinutes),
    titles: itemTitles,
    offAgenda: z.array(offAgendaBlock),
    reasons: z.record(z.string(), reason).meta({ description: 'Why a figure is null, by its name.' }),
    rule: z.string().meta({ description: 'Version of the rule that computed the figures.' }),
  })
  .meta({ id: 'Discipline' });

export const seriesDiscipline = z
  .object({
    series: slug,
    tier,
    from: instant.nullable(),
    to: instant.nullable(),
    adherence: number,
    drift: number,
    attendance: number,
    lateMinutes: number,
    punctuality: number.meta({
      description: 'Share of meetings held within 10 % of the planned interval to the meeting before.',
    }),
    minutes: z.array(itemMinutes).meta({ description: 'Sums over the meetings.' }),
    titles: itemTitles,
    classes: z.array(z.object({ class: itemClass, planned: finite, actual: finite }).meta({ id: 'ClassMinutes' })),
    planned: z.int().meta({ description: 'Occurrences until now.' }),
    held: z.int(),
    missed: z.int(),
    cancelled: z.int(),
    driftLimit: finite,
    driftAlert: z
      .boolean()
      .meta({ description: 'Drift above the limit in the last two measured meetings: the chair is to know.' }),
    chair: z.string().nullable().meta({ description: 'Who is told of drift: the chair of the committee.' }),
    course: z.array(discipline).meta({ description: 'Every meeting, oldest first.' }),
    reasons: z.record(z.string(), reason),
    rule: z.string(),
  })
  .meta({ id: 'SeriesDiscipline' });

/** What those who were there thought of the discussion; shown from four answers on, so that nobody is recognised. */
export const pulse = z
  .object({ n: z.int(), heard: number, evidence: number, clear: number, reason: reason.optional() })
  .meta({ id: 'Pulse', description: 'Means of 1…5, shown from four answers on.' });

export const reviewStates = ['planned', 'open', 'closed', 'cancelled'] as const;

/** The computed `status` of a Review: what its log says of it. */
export const reviewStatus = z
  .object({
    state: z.enum(reviewStates),
    opened: instant.nullable(),
    closed: instant.nullable(),
    running: z
      .object({ item: slug.nullable(), offAgenda: z.string().nullable(), class: itemClass, since: instant })
      .nullable()
      .meta({ id: 'RunningItem', description: 'What the clock stands on; null in a pause and outside the meeting.' }),
    attendance: z.array(
      z
        .object({
          person: z.string(),
          state: z.enum(['present', 'delegate', 'absent']).nullable(),
          required: z.boolean(),
        })
        .meta({ id: 'AttendanceState', description: 'The last word on a person; null when nothing was noted.' })
    ),
    minutes: z.array(itemMinutes),
    offAgenda: z.array(offAgendaBlock),
    decisions: z.array(anyRef),
    actions: z.array(anyRef),
    parked: z.array(anyRef),
    agendaItems: z.array(carriedItem).meta({ description: 'Open items that it had, or has, to settle.' }),
    sentItems: z.array(carriedItem).meta({ description: 'Items that went on to another tier after it.' }),
    notes: z.array(
      z.object({ id: z.string(), at: instant, actor: z.string(), text: z.string() }).meta({ id: 'ReviewNote' })
    ),
    events: z.int().meta({ description: 'How many events were logged.' }),
    pulse,
    discipline: discipline
      .pick({
        adherence: true,
        drift: true,
        attendance: true,
        lateMinutes: true,
        quorum: true,
        reasons: true,
        rule: true,
      })
      .meta({ id: 'DisciplineFigures' }),
  })
  .meta({ id: 'ReviewStatus' });

/** Everything that was logged of a review, in the order of time. */
export const reviewLog = z
  .object({
    review: slug,
    items: z.array(
      z
        .looseObject({
          id: z.string(),
          at: instant,
          type: z.enum(eventTypes),
          actor: z.string(),
          receivedAt: instant,
        })
        .meta({ id: 'LoggedEvent' })
    ),
  })
  .meta({ id: 'ReviewLog' });

/** A question that the facilitator may put, ranked by what it may change. `said` is `text` for other languages. */
export const challengePrompt = z
  .object({
    id: z.string(),
    source: z.enum(['assumption', 'leadingRed', 'signal', 'postponed', 'forecast', 'decision']),
    text: z.string(),
    said: reason,
    about: z.array(anyRef),
    shown: z.boolean(),
    answered: z.boolean(),
  })
  .meta({ id: 'ChallengePrompt' });

/** What the facilitator's screen needs beside the agenda. */
export const facilitation = z
  .object({
    review: slug,
    prompts: z.array(challengePrompt),
    agenda: z.array(agendaEntry),
    yield: number.meta({ description: 'Decisions per strategic hour.' }),
    latencyDays: number.meta({ description: 'Median days from raised to decided.' }),
    pulse,
    reasons: z.record(z.string(), reason),
    rule: z.string().meta({ description: 'Version of the rule that found and ranked the prompts.' }),
  })
  .meta({ id: 'Facilitation' });
