import { css, cx } from '@emotion/css';
import { Tooltip, useTheme2 } from '@grafana/ui';
import { type Node, type Reason, type Scheme } from '../api/types';
import { t } from '../i18n';
import { reasonText } from './reasonText';
import { rankColor, rankOf, SHAPES, statusLabel } from './status';
import { VisuallyHidden } from './VisuallyHidden';

interface Props {
  status: string | null;
  scheme: Scheme;
  /** Why there is no status; told on hover and to screen readers. */
  reason?: Reason;
  override?: Node['override'];
  /** Shape only; the words stay for screen readers. */
  compact?: boolean;
  className?: string;
}

/** A status as shape, text and colour, never colour alone. An override names itself and its author. */
export function StatusMark({ status, scheme, reason, override, compact, className }: Props) {
  const theme = useTheme2();
  const shown = override?.status ?? status;
  const rank = rankOf(shown, scheme);
  const label = statusLabel(shown);
  const why = override ? overrideText(override, status) : shown === null && reason ? reasonText(reason) : undefined;
  const mark = (
    <span className={cx(styles, className)}>
      <span aria-hidden style={{ color: rankColor(theme, rank) }}>
        {SHAPES[rank]}
      </span>
      {compact ? <VisuallyHidden>{label}</VisuallyHidden> : <span>{label}</span>}
      {override && <span aria-hidden>*</span>}
      {why && <VisuallyHidden>: {why}</VisuallyHidden>}
    </span>
  );
  return why ? (
    <Tooltip content={why} placement="top">
      {mark}
    </Tooltip>
  ) : (
    mark
  );
}

function overrideText(override: NonNullable<Node['override']>, computed: string | null): string {
  return t('components.status-mark.override', 'Set by {{author}}: {{reason}}. Computed: {{computed}}', {
    author: override.author,
    reason: override.reason,
    computed: statusLabel(computed),
  });
}

const styles = css({ display: 'inline-flex', alignItems: 'baseline', gap: '0.4em', whiteSpace: 'nowrap' });
