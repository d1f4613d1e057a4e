import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type Node } from '../api/types';
import { t } from '../i18n';
import { VisuallyHidden } from './VisuallyHidden';

/** Children of a node that count, and those of them that have a score. */
export function coverageOf({ children }: Pick<Node, 'children'>): { scored: number; total: number } {
  const counting = children.filter(({ weight }) => weight > 0);
  return { scored: counting.filter(({ score }) => score !== null).length, total: counting.length };
}

/** "4 of 5" where some of a node's children have no score; nothing when all have one. */
export function Coverage({ node }: { node: Pick<Node, 'children'> }) {
  const styles = useStyles2(getStyles);
  const { scored, total } = coverageOf(node);
  if (scored === total) {
    return null;
  }
  return (
    <span className={styles}>
      {t('components.coverage.text', '{{scored}} of {{total}}', { scored, total })}
      <VisuallyHidden> {t('components.coverage.meaning', 'have a score')}</VisuallyHidden>
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
    padding: theme.spacing(0, 0.5),
    whiteSpace: 'nowrap',
  });
