import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface Props {
  planned: number;
  actual: number;
  /** The length that fills the whole width. */
  longest: number;
}

/** Two bars of minutes, planned (outlined) above actual (filled). The numbers stand beside it in words. */
export function PlannedActual({ planned, actual, longest }: Props) {
  const styles = useStyles2(getStyles);
  const width = (minutes: number) => `${(100 * minutes) / longest}%`;
  return (
    <div className={styles.frame} aria-hidden>
      <div className={styles.planned} style={{ width: width(planned) }} />
      <div className={styles.actual} style={{ width: width(actual) }} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({ minWidth: 80, display: 'flex', flexDirection: 'column', gap: 2 }),
  planned: css({
    height: 7,
    border: `1px solid ${theme.colors.text.secondary}`,
    '&[style*="width: 0%"]': { border: 0 },
  }),
  actual: css({ height: 7, background: theme.colors.primary.main }),
});
