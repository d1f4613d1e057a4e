import { stringify } from 'yaml';
import { type SeriesChange } from '../../../api/intensity';
import { type ReviewSeriesSpec } from '../../../api/types';
import { intensityUrl } from '../../../components/links';
import { dateFormat, knownZone } from '../../../components/format';

type Recurrence = ReviewSeriesSpec['recurrence'];

/** The part of a series' spec that gives it a recurrence whatever it had before; earlier rules that it lacks are taken away. */
export function recurrencePatch(recurrence: Recurrence): object {
  return { recurrence: { ...recurrence, earlier: recurrence.earlier ?? null } };
}

/** Why a series is changed, for its history: the proposal, and where it was decided. */
export function changeReason(proposal: string, scorecard: string): string {
  return `CadenceProposal ${proposal}: ${intensityUrl(scorecard)}`;
}

/** The lines to change in the file of a series, as YAML. */
export function changedLines({ recurrence, proposed }: SeriesChange): string {
  const changed = Object.fromEntries(
    Object.entries(proposed ?? {}).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(recurrence[key as keyof Recurrence])
    )
  );
  return stringify({ spec: { recurrence: changed } }, { lineWidth: 0 });
}

/** When a meeting begins, in the zone of its series. */
export function meetingTime(instant: string, timeZone: string): string {
  const parts = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  } as const;
  return dateFormat({ ...parts, timeZone: knownZone(timeZone) }).format(new Date(instant));
}
