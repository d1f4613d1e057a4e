import { type ReviewEvent } from '../../../api/meetings';
import { t } from '../../../i18n';
import { type Captured } from './capture';

/** The fields of the decision panel, as they are typed. */
export interface DecisionDraft {
  text: string;
  question: string;
  /** One per line. */
  options: string;
  chosen: string;
  rationale: string;
  dissent: string;
  owner: string;
  /** KPI that is expected to move; empty for no expected effect. */
  kpi: string;
  sign: 'up' | 'down';
  size: string;
  by: string;
  /** Percent. */
  probability: string;
  revisitOn: string;
}

export function emptyDecision({ text, owner = '', due = '', kpi = '' }: Captured): DecisionDraft {
  return {
    text,
    question: '',
    options: '',
    chosen: '',
    rationale: '',
    dissent: '',
    owner,
    kpi,
    sign: 'up',
    size: '',
    by: '',
    probability: '',
    revisitOn: due,
  };
}

/** The options of a text with one per line. */
export const optionsOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What must be there before the decision can be kept, as sentences. */
export function missingOf(draft: DecisionDraft): string[] {
  const options = optionsOf(draft.options);
  const percent = Number(draft.probability);
  return [
    !draft.text.trim() && t('reviews.decision.no-text', 'Say what was decided.'),
    options.length === 1 && t('reviews.decision.one-option', 'Give at least two options, or none.'),
    draft.kpi && draft.by.trim().length < 4 && t('reviews.decision.no-by', 'Say by when the effect is expected.'),
    draft.kpi &&
      (draft.probability === '' || !(percent >= 0 && percent <= 100)) &&
      t('reviews.decision.no-probability', 'Say how likely it is, from 0 to 100 percent.'),
  ].filter((sentence): sentence is string => Boolean(sentence));
}

/** The decision as an event: only what was filled in. */
export function decisionOf(draft: DecisionDraft): Partial<ReviewEvent> {
  const options = optionsOf(draft.options);
  const filled = (value: string) => value.trim() || undefined;
  const event: Partial<ReviewEvent> = {
    text: filled(draft.text),
    question: filled(draft.question),
    options: options.length > 1 ? options : undefined,
    chosen: options.includes(draft.chosen) ? draft.chosen : undefined,
    rationale: filled(draft.rationale),
    dissent: filled(draft.dissent),
    owner: filled(draft.owner),
    kpi: filled(draft.kpi),
    expectedEffect: draft.kpi
      ? {
          kpi: draft.kpi,
          sign: draft.sign,
          ...(draft.size !== '' && { size: Math.abs(Number(draft.size)) }),
          by: draft.by.trim(),
          probability: Number(draft.probability) / 100,
        }
      : undefined,
    revisitOn: filled(draft.revisitOn),
  };
  return Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined));
}
