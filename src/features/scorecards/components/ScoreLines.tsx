import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type Node, type Scheme } from '../../../api/types';
import { AppLink } from '../../../components/AppLink';
import { Coverage } from '../../../components/Coverage';
import { formatScore } from '../../../components/format';
import { StatusMark } from '../../../components/StatusMark';
import { TrendMark } from '../../../components/TrendMark';
import { lineStyle, listStyle } from './card';

interface Line {
  node: Node;
  /** Address that its name leads to; no link when left out. */
  to?: string;
}

/** Scores of several nodes, one line each: name, score, status, trend. */
export function ScoreLines({ lines, scheme, label }: { lines: Line[]; scheme: Scheme; label: string }) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list} aria-label={label}>
      {lines.map(({ node, to }) => (
        <li key={node.ref.name} className={styles.line}>
          <span className={styles.name}>
            {to ? <AppLink to={to}>{node.title}</AppLink> : node.title} <Coverage node={node} />
          </span>
          <span className={styles.score}>{formatScore(node.score)}</span>
          <StatusMark status={node.status} scheme={scheme} reason={node.reason} override={node.override} />
          <TrendMark trend={node.trend} />
        </li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css(listStyle),
  line: css(lineStyle(theme), {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 2em 6em 3.5em',
    alignItems: 'baseline',
    gap: theme.spacing(1),
  }),
  name: css({ overflowWrap: 'anywhere' }),
  score: css({ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }),
});
