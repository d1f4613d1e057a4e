import { z } from 'zod';
import { type ReviewEvent } from '../../../api/meetings';
import { prune } from '../../../components/editor/document';
import { isPeriod } from '../../../components/period';
import { Decision, expectedEffect, reviewEvent } from '../../../contract';
import { t } from '../../../i18n';
import { type Captured } from './capture';

/** The fields of the decision panel, as they are filled in. */
export interface DecisionDraft {
  text?: string;
  question?: string;
  options?: string[];
  chosen?: string;
  rationale?: string;
  dissent?: string;
  owner?: string;
  /** Without a KPI there is none. */
  expectedEffect: {
    kpi?: string;
    sign: 'up' | 'down';
    size?: number;
    by?: string;
    /** Percent. */
    probability?: number;
  };
  revisitOn?: string;
}

export function draftOf({ text, owner, due, kpi }: Captured): DecisionDraft {
  return { text, owner, revisitOn: due, expectedEffect: { kpi, sign: 'up' } };
}

const { question, rationale, dissent, owner, chosen, revisitOn } = Decision.spec.shape;
const { kpi, sign, by } = expectedEffect.shape;

/** Options without blanks around them. */
export const optionsOf = (options: string[] = []) => options.map((option) => option.trim()).filter(Boolean);

const options = z
  .array(chosen.unwrap())
  .max(20)
  .refine((list) => list.length !== 1, {
    error: () => t('reviews.decision.one-option', 'Give at least two options, or none.'),
  })
  .refine((list) => new Set(list).size === list.length, {
    error: () => t('reviews.decision.same-option', 'Give each option once.'),
  });

const effect = z.object({
  kpi,
  sign,
  size: z.number().positive().optional(),
  by: by.refine((id) => isPeriod(String(id)), {
    error: () =>
      t('reviews.decision.no-period', 'Write a day or period that exists, as 2026-06-30, 2026-06 or 2026-Q2.'),
  }),
  probability: z.number().min(0).max(100),
});

/** What a decision needs before it can be kept. */
export const decisionDraft = z.preprocess(
  (draft) => filledIn(draft as DecisionDraft),
  z.object({
    text: reviewEvent.shape.text.unwrap().trim().min(1),
    question,
    options: options.optional(),
    chosen,
    rationale,
    dissent,
    owner,
    expectedEffect: effect.optional(),
    revisitOn,
  })
);

/** The draft without the effect on no KPI. */
function filledIn(draft: DecisionDraft) {
  return draft.expectedEffect?.kpi ? draft : { ...draft, expectedEffect: undefined };
}

/** Whether nothing was filled in. */
export const isBlank = (draft: DecisionDraft) => prune(filledIn(draft)) === undefined;

/** The decision as an event: only what was filled in, of a draft in which nothing is wrong. */
export function decisionOf(draft: DecisionDraft): Partial<ReviewEvent> {
  const { expectedEffect: expected, ...texts } = filledIn(draft);
  const given = optionsOf(draft.options);
  const filled = Object.entries(texts).flatMap(([field, value]) =>
    typeof value === 'string' && value.trim() !== '' ? [[field, value.trim()]] : []
  );
  const { chosen: picked, ...event }: Partial<ReviewEvent> = Object.fromEntries(filled);
  return {
    ...event,
    ...(given.length > 1 && { options: given }),
    ...(picked && given.includes(picked) && { chosen: picked }),
    ...(expected?.kpi && {
      kpi: expected.kpi,
      expectedEffect: {
        kpi: expected.kpi,
        sign: expected.sign,
        ...(expected.size !== undefined && { size: expected.size }),
        by: expected.by ?? '',
        probability: (expected.probability ?? 0) / 100,
      },
    }),
  };
}

/** The draft that an event was made of, to correct it. */
export function draftOfEvent(event: ReviewEvent): DecisionDraft {
  const { text, expectedEffect: expected, kpi: about } = event;
  return {
    text,
    question: event.question,
    options: event.options,
    chosen: event.chosen,
    rationale: event.rationale,
    dissent: event.dissent,
    owner: event.owner,
    revisitOn: event.revisitOn,
    expectedEffect: expected
      ? { ...expected, by: String(expected.by), probability: Number((expected.probability * 100).toFixed(6)) }
      : { kpi: about, sign: 'up' },
  };
}
