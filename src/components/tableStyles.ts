import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';

/** Look of plain tables: Grafana's density, the first cell of a row as its head, numbers to the right. */
export const tableStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflowX: 'auto' }),
  table: css({
    width: '100%',
    'td, th': {
      padding: theme.spacing(0.75, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      textAlign: 'left',
      verticalAlign: 'baseline',
    },
    thead: { background: theme.colors.background.secondary, whiteSpace: 'nowrap' },
    'th[scope=row]': { fontWeight: theme.typography.fontWeightMedium },
  }),
  number: css({ '&&': { textAlign: 'right' }, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }),
  narrow: css({ '&&': { whiteSpace: 'nowrap' } }),
  muted: css({ color: theme.colors.text.secondary }),
});
