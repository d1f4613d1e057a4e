import { Icon, type IconName, Tooltip } from '@grafana/ui';
import { type CellState } from '../api/types';
import { t } from '../i18n';
import { formatDay } from './format';
import { formatPeriod } from './period';

interface Props {
  state: CellState | null;
  /** Id of the KPI's own period whose value is shown instead. */
  carried?: string | null;
  closesAt?: string | null;
  /** −1 where something around it moves the focus. */
  tabIndex?: number;
}

const ICONS: Record<CellState, IconName> = {
  none: 'minus',
  open: 'clock-nine',
  provisional: 'hourglass',
  final: 'check',
  restated: 'history',
  stale: 'exclamation-triangle',
  quarantined: 'lock',
};

/** A small mark on what isn't final, or comes from an earlier period; the words come on hover, focus and to screen readers. */
export function StateMark({ state, carried, closesAt, tabIndex = 0 }: Props) {
  const words: string[] = [];
  if (carried) {
    words.push(t('components.state.carried', 'value of {{period}}', { period: formatPeriod(carried) }));
  }
  if (state && state !== 'final') {
    words.push(stateText(state, closesAt));
  }
  if (words.length === 0) {
    return null;
  }
  const text = words.join(', ');
  return (
    <Tooltip content={text}>
      <span tabIndex={tabIndex} role="img" aria-label={text}>
        <Icon size="sm" name={carried ? 'corner-down-right-alt' : ICONS[state ?? 'none']} aria-hidden />
      </span>
    </Tooltip>
  );
}

/** The name of a state, as short as it goes. */
export function stateName(state: CellState): string {
  switch (state) {
    case 'none':
      return t('components.state-name.none', 'not collected');
    case 'open':
      return t('components.state-name.open', 'open');
    case 'provisional':
      return t('components.state-name.provisional', 'provisional');
    case 'final':
      return t('components.state-name.final', 'final');
    case 'restated':
      return t('components.state-name.restated', 'restated');
    case 'stale':
      return t('components.state-name.stale', 'stale');
    case 'quarantined':
      return t('components.state-name.quarantined', 'quarantined');
  }
}

/** The state of a cell in words, with the day on which it closes where that is still to come. */
export function stateText(state: CellState, closesAt?: string | null): string {
  switch (state) {
    case 'none':
      return t('components.state.none', 'not collected yet');
    case 'open':
      return t('components.state.open', 'open: the period is in progress');
    case 'provisional':
      return closesAt
        ? t('components.state.provisional-until', 'provisional until {{day}}', { day: formatDay(closesAt) })
        : t('components.state.provisional', 'provisional');
    case 'final':
      return t('components.state.final', 'final');
    case 'restated':
      return t('components.state.restated', 'restated: changed after the close');
    case 'stale':
      return t('components.state.stale', 'stale: closed without a value');
    case 'quarantined':
      return t('components.state.quarantined', 'quarantined: waits for the steward');
  }
}
