import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, type IconName, useTheme2 } from '@grafana/ui';
import { type RunState as State, stateLabel } from '../model/runs';

const ICONS: Record<State, IconName> = {
  queued: 'clock-nine',
  running: 'sync',
  succeeded: 'check-circle',
  partial: 'exclamation-triangle',
  failed: 'times-circle',
  cancelled: 'ban',
};

/** State of a run or of one of its KPIs: shape, text and colour. */
export function RunState({ state }: { state: State }) {
  const theme = useTheme2();
  return (
    <span className={box} style={{ color: colorOf(theme, state) }}>
      <Icon name={ICONS[state]} aria-hidden /> {stateLabel(state)}
    </span>
  );
}

function colorOf(theme: GrafanaTheme2, state: State): string {
  switch (state) {
    case 'succeeded':
      return theme.colors.success.text;
    case 'partial':
      return theme.colors.warning.text;
    case 'failed':
      return theme.colors.error.text;
    default:
      return theme.colors.text.primary;
  }
}

const box = css({ display: 'inline-flex', alignItems: 'center', gap: '0.4em', whiteSpace: 'nowrap' });
