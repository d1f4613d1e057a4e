import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, type IconName, useTheme2 } from '@grafana/ui';
import { type ReactNode } from 'react';
import { type EffectCheck, type RegisterRow } from '../../api/types';
import { t } from '../../i18n';
import { reasonText } from '../reasonText';
import { effectLabel, stateLabel } from './words';

type Tone = 'success' | 'warning' | 'error' | 'plain';

/** Shape, text and colour: none of them says anything alone. */
function Mark({ icon, tone, title, children }: { icon: IconName; tone: Tone; title?: string; children: ReactNode }) {
  const theme = useTheme2();
  return (
    <span className={box} style={{ color: colorOf(theme, tone) }} title={title}>
      <Icon name={icon} aria-hidden /> {children}
    </span>
  );
}

const STATES: Record<string, [IconName, Tone]> = {
  open: ['circle', 'plain'],
  inProgress: ['sync', 'plain'],
  blocked: ['ban', 'warning'],
  done: ['check-circle', 'success'],
  decided: ['check-circle', 'success'],
  cancelled: ['times', 'plain'],
  withdrawn: ['times', 'plain'],
};

/** State of an entry. */
export function EntryStateMark({ state }: { state: string }) {
  const [icon, tone] = STATES[state] ?? ['circle', 'plain'];
  return (
    <Mark icon={icon} tone={tone}>
      {stateLabel(state)}
    </Mark>
  );
}

/** That an entry is overdue or has escalated; nothing otherwise. */
export function UrgencyMark({ row }: { row: RegisterRow }) {
  if (row.escalation) {
    return (
      <Mark icon="arrow-up" tone="error" title={reasonText(row.escalation.reason)}>
        {row.escalation.to
          ? t('components.followup.escalated-to', 'escalated to {{person}}', { person: row.escalation.to })
          : t('components.followup.escalated', 'escalated')}
      </Mark>
    );
  }
  return row.overdue ? (
    <Mark icon="exclamation-triangle" tone="warning">
      {t('components.followup.overdue', 'overdue')}
    </Mark>
  ) : null;
}

const EFFECTS: Record<EffectCheck['state'], [IconName, Tone]> = {
  pending: ['clock-nine', 'plain'],
  held: ['check-circle', 'success'],
  failed: ['times-circle', 'error'],
  notEvaluable: ['question-circle', 'plain'],
};

/** How an expected effect came out. */
export function EffectMark({ effect }: { effect: EffectCheck }) {
  const [icon, tone] = EFFECTS[effect.state];
  return (
    <Mark icon={icon} tone={tone} title={effect.reason && reasonText(effect.reason)}>
      {effectLabel(effect.state)}
    </Mark>
  );
}

function colorOf(theme: GrafanaTheme2, tone: Tone): string {
  return tone === 'plain' ? theme.colors.text.primary : theme.colors[tone].text;
}

// The text gives the baseline, so that a mark stands in line with the words around it.
const box = css({ display: 'inline-flex', alignItems: 'baseline', gap: '0.4em', svg: { alignSelf: 'center' } });
