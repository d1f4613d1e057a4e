import { type GrafanaTheme2 } from '@grafana/data';

/** Frame of the executive page's parts. */
export const cardStyle = (theme: GrafanaTheme2) => ({
  padding: theme.spacing(2),
  border: `1px solid ${theme.colors.border.weak}`,
  borderRadius: theme.shape.radius.default,
  background: theme.colors.background.primary,
});

/** Lines of a list within a card. */
export const lineStyle = (theme: GrafanaTheme2) => ({
  padding: theme.spacing(0.75, 0),
  borderTop: `1px solid ${theme.colors.border.weak}`,
});

export const listStyle = { listStyle: 'none', margin: 0, padding: 0 } as const;

export const headingStyle = (theme: GrafanaTheme2) => ({ ...theme.typography.h5, margin: theme.spacing(0, 0, 1) });
