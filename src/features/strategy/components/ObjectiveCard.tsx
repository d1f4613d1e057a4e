import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { type MapObjective } from '../../../api/types';
import { formatScore } from '../../../components/format';
import { statusLabel } from '../../../components/status';
import { StatusMark } from '../../../components/StatusMark';
import { TrendMark, trendText } from '../../../components/TrendMark';
import { t } from '../../../i18n';
import { CARD } from '../model/layout';
import { FADED, type MapContextValue, useMapContext } from './mapContext';

export type ObjectiveNode = Node<{ objective: MapObjective }, 'objective'>;

/** An objective on the map: a button that opens its details. */
export function ObjectiveCard({ data: { objective } }: NodeProps<ObjectiveNode>) {
  const styles = useStyles2(getStyles);
  const { scheme, themes, selected, tabStop, lit, editing, onSelect, onLook, onKeyDown } = useMapContext();
  const { name } = objective.ref;
  return (
    <div style={{ opacity: lit && !lit.has(name) ? FADED : 1 }}>
      <Handle type="target" position={Position.Bottom} className={cx(styles.handle, !editing && styles.hidden)} />
      <button
        type="button"
        className={cx(styles.card, 'nopan', name === selected && styles.selected)}
        aria-label={cardText(objective)}
        aria-expanded={name === selected}
        tabIndex={name === tabStop ? 0 : -1}
        data-objective={name}
        onClick={() => onSelect(name)}
        onMouseEnter={() => onLook(name)}
        onMouseLeave={() => onLook(undefined)}
        onFocus={() => onLook(name)}
        onBlur={() => onLook(undefined)}
        onKeyDown={(event) => onKeyDown(event, name)}
      >
        <Content objective={objective} scheme={scheme} themes={themes} />
      </button>
      <Handle type="source" position={Position.Top} className={cx(styles.handle, !editing && styles.hidden)} />
    </div>
  );
}

type ContentProps = { objective: MapObjective } & Pick<MapContextValue, 'scheme' | 'themes'>;

/** Kept apart so that fading cards in and out doesn't draw them anew. */
const Content = memo(function Content({ objective, scheme, themes }: ContentProps) {
  const styles = useStyles2(getStyles);
  const { title, status, score, trend, owner, reason, override } = objective;
  return (
    <>
      <span className={styles.stripes} aria-hidden>
        {themes
          .filter((theme) => objective.themes.includes(theme.name))
          .map((theme) => (
            <span
              key={theme.name}
              className={styles.stripe}
              title={theme.title}
              style={{ background: theme.color ?? undefined }}
            />
          ))}
      </span>
      <span className={styles.title} title={title}>
        {title}
      </span>
      <span className={styles.line}>
        <StatusMark status={status} scheme={scheme} reason={reason} override={override} />
        <strong className={styles.score}>{formatScore(score)}</strong>
        <TrendMark trend={trend} />
      </span>
      <span className={styles.owner}>{owner ?? t('strategy.card.no-owner', 'no owner')}</span>
    </>
  );
});

/** The card in one sentence. */
export function cardText({ title, status, score, trend, owner, override, reason }: MapObjective): string {
  const parts = [statusLabel(override?.status ?? status)];
  if (score === null) {
    parts.push(...(reason ? [reason.message] : []));
  } else {
    parts.push(t('strategy.card.score', 'score {{score}}', { score: formatScore(score) }), trendText(trend));
  }
  parts.push(owner ? t('strategy.card.owner', 'owner {{owner}}', { owner }) : t('strategy.card.no-owner', 'no owner'));
  return `${title}: ${parts.join(', ')}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'space-between',
    width: CARD.width,
    height: CARD.height,
    padding: theme.spacing(0.75, 1, 0.75, 1.75),
    textAlign: 'left',
    lineHeight: 1.3,
    color: theme.colors.text.primary,
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
    overflow: 'hidden',
    contain: 'strict',
    cursor: 'pointer',
    '&:hover': { borderColor: theme.colors.border.strong },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
  selected: css({
    borderColor: theme.colors.primary.border,
    boxShadow: `inset 0 0 0 1px ${theme.colors.primary.border}`,
  }),
  stripes: css({ position: 'absolute', inset: '0 auto 0 0', width: 6, display: 'flex', flexDirection: 'column' }),
  stripe: css({ flex: 1, background: theme.colors.border.strong }),
  title: css({
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    minHeight: '2.6em',
    fontWeight: theme.typography.fontWeightMedium,
  }),
  line: css({ display: 'flex', alignItems: 'baseline', gap: theme.spacing(1), fontSize: theme.typography.size.sm }),
  score: css({ fontSize: theme.typography.size.md, fontVariantNumeric: 'tabular-nums' }),
  owner: css({
    fontSize: theme.typography.size.sm,
    color: theme.colors.text.secondary,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  }),
  handle: css({
    '&&': {
      width: 14,
      height: 14,
      background: theme.colors.primary.main,
      border: `2px solid ${theme.colors.background.primary}`,
    },
  }),
  hidden: css({ '&&': { opacity: 0, pointerEvents: 'none' } }),
});
