import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type ReactNode } from 'react';

interface Props {
  /** What isn't there. */
  title: string;
  /** What this place will show. */
  children?: ReactNode;
  /** The one next step; further ones go into `children`. */
  action?: ReactNode;
}

/** Says what a place will show once there is something, and offers the next step. */
export function EmptyState({ title, children, action }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <section className={styles.box} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {children && <div className={styles.text}>{children}</div>}
      {action}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: theme.spacing(2),
    padding: theme.spacing(6, 2),
    textAlign: 'center',
  }),
  title: css({ ...theme.typography.h3, margin: 0 }),
  text: css({ maxWidth: 560, color: theme.colors.text.secondary }),
});
