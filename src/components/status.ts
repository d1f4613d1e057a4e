import { type GrafanaTheme2 } from '@grafana/data';
import { type Scheme } from '../api/types';
import { t } from '../i18n';

/** Where a level stands in its scheme; shapes and colours follow this, so that schemes may name levels as they like. */
export type Rank = 'best' | 'middle' | 'worst' | 'none';

/** Scores this close below a cut-off belong to the better level, as on the server. */
const TOLERANCE = 1e-9;

export const SHAPES: Record<Rank, string> = { best: '●', middle: '▲', worst: '■', none: '○' };

/** Rank of a status by name; a status that the scheme doesn't know, like an absent one, has none. */
export function rankOf(status: string | null, scheme: Scheme): Rank {
  const index = scheme.levels.findIndex(({ name }) => name === status);
  if (index < 0) {
    return 'none';
  }
  if (index === scheme.levels.length - 1) {
    return 'best';
  }
  return index === 0 ? 'worst' : 'middle';
}

/** Name of the level that a score belongs to. */
export function statusOf(score: number | null, { levels }: Scheme): string | null {
  if (score === null) {
    return null;
  }
  return levels.findLast(({ from }) => score >= from - TOLERANCE)?.name ?? levels[0].name;
}

/** What people read for a status: the scheme's own name, and words for the colours of the default scheme. */
export function statusLabel(status: string | null): string {
  switch (status) {
    case null:
      return t('components.status.none', 'no value');
    case 'green':
      return t('components.status.green', 'on track');
    case 'amber':
      return t('components.status.amber', 'at risk');
    case 'red':
      return t('components.status.red', 'off track');
    default:
      return status;
  }
}

/** The theme’s colour of text of a rank. */
export function rankColor(theme: GrafanaTheme2, rank: Rank): string {
  switch (rank) {
    case 'best':
      return theme.colors.success.text;
    case 'middle':
      return theme.colors.warning.text;
    case 'worst':
      return theme.colors.error.text;
    case 'none':
      return theme.colors.text.secondary;
  }
}
