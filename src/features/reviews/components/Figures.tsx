import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { ABSENT } from '../../../components/format';

export interface Figure {
  label: string;
  /** The figure as text; null when it wasn't measured. */
  value: string | null;
  /** Why it wasn't, or what it says. */
  note?: string;
}

/** Figures side by side. What was not measured says so and why, in words. */
export function Figures({ figures }: { figures: Figure[] }) {
  const styles = useStyles2(getStyles);
  return (
    <dl className={styles.list}>
      {figures.map(({ label, value, note }) => (
        <div key={label}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value ?? ABSENT}</dd>
          {note && <dd className={styles.note}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(120px, 1fr))',
    gap: theme.spacing(1.5),
    margin: 0,
  }),
  label: css({ color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular }),
  value: css({ ...theme.typography.h4, margin: 0, fontVariantNumeric: 'tabular-nums' }),
  note: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize, margin: 0 }),
});
