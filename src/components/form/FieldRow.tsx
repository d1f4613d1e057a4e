import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type ReactNode } from 'react';

interface Props {
  /** Buttons for the whole row, such as one that removes it; they stay at its end. */
  actions?: ReactNode;
  children: ReactNode;
}

/** Fields beside each other, of one width: as many as there is room for, the others below. */
export function FieldRow({ actions, children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.row}>
      <div className={styles.fields}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'flex', alignItems: 'flex-end', gap: theme.spacing(1) }),
  fields: css({
    flex: 1,
    display: 'grid',
    alignItems: 'end',
    gap: theme.spacing(1),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(150px, 100%), 1fr))',
  }),
  actions: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1), height: theme.spacing(4) }),
});
