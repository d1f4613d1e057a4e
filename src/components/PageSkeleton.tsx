import { css, keyframes } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { t } from '../i18n';

interface Props {
  /** Rows that will come; they keep the page from jumping. */
  rows?: number;
}

/** Frame of a page or table whose content is under way. */
export function PageSkeleton({ rows = 8 }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div role="status" aria-live="polite" aria-label={t('components.page-skeleton.loading', 'Loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} />
      ))}
    </div>
  );
}

const pulse = keyframes({ '50%': { opacity: 0.4 } });

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    height: 24,
    marginBottom: theme.spacing(1),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    [theme.transitions.handleMotion('no-preference')]: { animation: `${pulse} 1.6s ease-in-out infinite` },
  }),
});
