import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type Node, type NodeProps } from '@xyflow/react';
import { type StrategyMap } from '../../../api/types';
import { formatScore } from '../../../components/format';
import { StatusMark } from '../../../components/StatusMark';
import { useMapContext } from './mapContext';

export type LaneNode = Node<{ perspective: StrategyMap['perspectives'][number] }, 'lane'>;

/** The band of a perspective behind its cards, with its name and score at the side. */
export function LaneBand({ data: { perspective }, width, height }: NodeProps<LaneNode>) {
  const styles = useStyles2(getStyles);
  const { scheme } = useMapContext();
  return (
    <div className={styles.band} style={{ width, height }}>
      <span className={styles.label}>
        <span className={styles.title}>{perspective.title}</span>
        <span>
          <strong>{formatScore(perspective.score)}</strong>{' '}
          <StatusMark status={perspective.status} scheme={scheme} compact />
        </span>
      </span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  band: css({
    display: 'flex',
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
  }),
  label: css({
    writingMode: 'vertical-rl',
    transform: 'rotate(180deg)',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    width: 48,
    lineHeight: 1.25,
    fontSize: theme.typography.size.sm,
    color: theme.colors.text.secondary,
    whiteSpace: 'nowrap',
  }),
  title: css({ maxHeight: '100%', overflow: 'hidden', textOverflow: 'ellipsis' }),
});
