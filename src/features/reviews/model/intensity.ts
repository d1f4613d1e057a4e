import { type CadenceStep, type DeclaredEvent, type Intensity } from '../../../api/intensity';
import { type Resource } from '../../../api/types';
import { API_VERSION } from '../../../contract';
import { slugOf } from '../../../components/editor/document';
import { reasonText } from '../../../components/reasonText';

/** From which volatility on reviews should come more often, and up to which less often. */
export const VOLATILITY = { calm: 0.7, lively: 1.5 };
/** From which share of KPIs outside their limits on reviews should come more often. */
export const SHIFT = { lively: 0.25 };

export type Mood = 'calm' | 'usual' | 'lively' | 'unknown';

/** What a volatility says by itself. */
export function moodOfVolatility(volatility: number | null): Mood {
  if (volatility === null) {
    return 'unknown';
  }
  return volatility >= VOLATILITY.lively ? 'lively' : volatility <= VOLATILITY.calm ? 'calm' : 'usual';
}

/** What a share of KPIs outside their limits says by itself. */
export function moodOfShift(share: number | null): Mood {
  return share === null ? 'unknown' : share >= SHIFT.lively ? 'lively' : 'usual';
}

/** A name that no other resource has: what it says, where it is, and the day. */
const nameOf = (parts: string[]) => slugOf(parts.join(' ')).slice(0, 60).replace(/-+$/, '');

export interface EventForm {
  title: string;
  kind: DeclaredEvent['kind'];
  from: string;
  to: string;
  by: string;
}

/** The document of an event that is declared for a scorecard. */
export function eventDocument(form: EventForm, scorecard: string): Resource {
  return {
    apiVersion: API_VERSION,
    kind: 'ChangeEvent',
    metadata: { name: nameOf([form.title, scorecard, form.from]) },
    spec: {
      title: form.title.trim(),
      kind: form.kind,
      scorecards: [scorecard],
      from: form.from,
      ...(form.to && { to: form.to }),
      ...(form.by.trim() && { by: form.by.trim() }),
    },
  } as unknown as Resource;
}

export interface DecisionForm {
  outcome: 'accepted' | 'rejected';
  by: string;
  reason: string;
  /** Day of the decision. */
  on: string;
}

/** The document that records what a committee decided on a proposed step, with the reading that it decided on. */
export function proposalDocument(step: CadenceStep, measured: Intensity, form: DecisionForm): Resource {
  const { scorecard, now, volatility, shiftShare, rule } = measured;
  return {
    apiVersion: API_VERSION,
    kind: 'CadenceProposal',
    metadata: { name: nameOf([scorecard, step.tier, step.from, 'to', step.to, form.on]) },
    spec: {
      scorecard,
      charter: step.charter,
      tier: step.tier,
      ...(step.series && { series: step.series }),
      from: step.from,
      to: step.to,
      why: step.said.map(reasonText).join(' '),
      reading: {
        at: now,
        rule,
        ...(volatility !== null && { volatility }),
        ...(shiftShare !== null && { shiftShare }),
      },
      decision: {
        outcome: form.outcome,
        on: form.on,
        ...(form.by.trim() && { by: form.by.trim() }),
        ...(form.reason.trim() && { reason: form.reason.trim() }),
      },
    },
  } as unknown as Resource;
}

/** The day of an instant, as YYYY-MM-DD in the browser's zone. */
export function dayOf(instant: string): string {
  const at = new Date(instant);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
