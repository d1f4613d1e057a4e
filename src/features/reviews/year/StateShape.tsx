import { type OccurrenceState } from './words';

/** The shape of a state, in the colour of its text: states differ by shape, not by colour alone. */
export function StateShape({ state }: { state: OccurrenceState }) {
  return (
    <svg
      aria-hidden
      width={14}
      height={14}
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      style={{ verticalAlign: '-2px' }}
    >
      {state === 'missed' ? <path d="M2 2 L12 12 M12 2 L2 12" strokeWidth={2.5} /> : <circle cx={7} cy={7} r={5.5} />}
      {state === 'made' && <path d="M7 1.5 A5.5 5.5 0 0 0 7 12.5 Z" fill="currentColor" />}
      {state === 'open' && <circle cx={7} cy={7} r={2} fill="currentColor" />}
      {state === 'held' && <circle cx={7} cy={7} r={5.5} fill="currentColor" />}
      {state === 'cancelled' && <path d="M3 11 L11 3" />}
    </svg>
  );
}
