import { type CadenceStep, type Intensity } from '../../../api/intensity';
import { type ChangeEventSpec, type Resource } from '../../../api/types';
import { type Draft, slugOf } from '../../../components/editor/document';
import { reasonText } from '../../../components/reasonText';
import { localDay } from '../facilitate/capture';

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

const LONGEST_NAME = 100;

/** A name that no other resource has: what it says, as much of it as there is room for, then where it is and the day. */
function nameOf(said: string, place: string[], taken: ReadonlySet<string> = new Set()): string {
  for (let number = 1; ; number++) {
    const end = slugOf([...place, ...(number > 1 ? [number] : [])].join(' '));
    const begin = slugOf(said).slice(0, Math.max(0, LONGEST_NAME - end.length - 1));
    const name = slugOf(`${begin} ${end}`);
    if (!taken.has(name)) {
      return name;
    }
  }
}

/** An event that is declared for a scorecard from a day on, before anything is said of it. */
export function newEvent(scorecard: string, from: string): Draft {
  return {
    metadata: { name: nameOf('', [scorecard, from]) },
    spec: { title: '', kind: 'transition', scorecards: [scorecard], from },
  };
}

/** The event under the name that its title, its scorecard and its first day give it; never one of those that are taken. */
export function namedEvent(event: Resource, scorecard: string, taken: ReadonlySet<string>): Resource {
  const { title, from } = event.spec as unknown as ChangeEventSpec;
  return { ...event, metadata: { ...event.metadata, name: nameOf(title, [scorecard, from], taken) } };
}

/** What a committee decides today on a proposed step, with the reading that it decides on. */
export function newDecision(step: CadenceStep, measured: Intensity): Draft {
  const { scorecard, now, volatility, shiftShare, rule } = measured;
  const on = dayOf(now);
  return {
    metadata: { name: nameOf(scorecard, [step.tier, step.from, 'to', step.to, on]) },
    spec: {
      scorecard,
      charter: step.charter,
      tier: step.tier,
      series: step.series,
      from: step.from,
      to: step.to,
      why: step.said.map(reasonText).join(' '),
      reading: { at: now, rule, volatility, shiftShare },
      decision: { outcome: 'accepted', on },
    },
  };
}

/** The day of an instant, as YYYY-MM-DD in the browser's zone. */
export const dayOf = (instant: string) => localDay(new Date(instant));
