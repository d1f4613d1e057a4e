import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { type KeyboardEvent, useRef } from 'react';
import { type ExplainStep } from '../../../api/types';
import { formatScore } from '../../../components/format';
import { formatPeriod } from '../../../components/period';
import { reasonText } from '../../../components/reasonText';
import { StateMark } from '../../../components/StateMark';
import { t } from '../../../i18n';
import { keyAction, type StepRow } from '../model/explainTree';
import { type Format, useFormats } from '../useFormats';
import { useTitleOf } from '../../../api/titles';

interface Props {
  rows: StepRow[];
  /** Id of the row with the focus; the details beside the tree are its. */
  chosen: string;
  onChoose: (id: string) => void;
  onToggle: (id: string) => void;
}

/** A computation as a WAI-ARIA tree: one row has the tab stop, keys move it. */
export function ExplainTree({ rows, chosen, onChoose, onToggle }: Props) {
  const styles = useStyles2(getStyles);
  const tree = useRef<HTMLDivElement>(null);
  const formats = useFormats();
  const unitTitle = useTitleOf('OrgUnit');

  const onKeyDown = (event: KeyboardEvent) => {
    const action = keyAction(event.key, rows, chosen);
    if (!action) {
      return;
    }
    event.preventDefault();
    if ('toggle' in action) {
      onToggle(action.toggle);
    } else {
      onChoose(action.focus);
      const index = rows.findIndex(({ id }) => id === action.focus);
      tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[index]?.focus();
    }
  };

  return (
    <div
      ref={tree}
      role="tree"
      tabIndex={-1}
      aria-label={t('kpis.explain.label', 'Why this value?')}
      onKeyDown={onKeyDown}
    >
      {rows.map(({ id, step, level, expanded, position, siblings }) => (
        <div
          key={id}
          role="treeitem"
          aria-level={level}
          aria-posinset={position}
          aria-setsize={siblings}
          aria-expanded={step.inputs.length > 0 ? expanded : undefined}
          aria-selected={id === chosen}
          tabIndex={id === chosen ? 0 : -1}
          className={styles.row}
          style={{ paddingLeft: `${(level - 1) * 1.5}em` }}
          onClick={() => {
            onChoose(id);
            if (id === chosen && step.inputs.length > 0) {
              onToggle(id);
            }
          }}
          onFocus={() => onChoose(id)}
        >
          <Chevron step={step} expanded={expanded} onToggle={() => onToggle(id)} />
          <span className={styles.label}>
            {labelOf(step)}
            <span className={styles.muted}>{whereText(step, unitTitle)}</span>
          </span>
          <span className={styles.value}>
            {valueText(step, formats(step.kpi))} <StateMark state={step.state ?? null} tabIndex={-1} />
          </span>
        </div>
      ))}
    </div>
  );
}

function Chevron({ step, expanded, onToggle }: { step: ExplainStep; expanded: boolean; onToggle: () => void }) {
  const styles = useStyles2(getStyles);
  if (step.inputs.length === 0) {
    return <span className={styles.chevron} />;
  }
  return (
    <span
      className={styles.chevron}
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
    >
      <Icon name={expanded ? 'angle-down' : 'angle-right'} aria-hidden />
    </span>
  );
}

/** What a step is: a title, or a sentence of the server. */
export const labelOf = ({ label, said }: ExplainStep) => (said ? reasonText(said) : label);

function whereText({ unit, period }: ExplainStep, unitTitle: (name: string) => string): string {
  const parts = [unit && unitTitle(unit), period && formatPeriod(period)].filter(Boolean);
  return parts.length > 0 ? ` ${parts.join(', ')}` : '';
}

/** The number of a step: a score without decimals, a scale none, everything else in the KPI's unit. */
export function valueText({ kind, value }: ExplainStep, format: Format): string {
  switch (kind) {
    case 'score':
      return formatScore(value);
    case 'scale':
      return '';
    default:
      return format(value);
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    display: 'flex',
    alignItems: 'baseline',
    gap: theme.spacing(1),
    minHeight: 32,
    paddingTop: theme.spacing(0.5),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    cursor: 'pointer',
    '&[aria-selected=true]': { background: theme.colors.action.selected },
    '&:hover': { background: theme.colors.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
  chevron: css({ flex: '0 0 20px' }),
  label: css({ flex: 1, minWidth: 0 }),
  muted: css({ color: theme.colors.text.secondary }),
  value: css({ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', paddingRight: theme.spacing(1) }),
});
