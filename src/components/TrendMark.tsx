import { css } from '@emotion/css';
import { type Trend } from '../api/types';
import { t } from '../i18n';
import { ABSENT, formatDelta } from './format';
import { VisuallyHidden } from './VisuallyHidden';

const ARROWS: Record<Trend['direction'], string> = { up: '▲', down: '▼', flat: '▶', none: '' };

/** Change of a score since the previous period: arrow and points. */
export function TrendMark({ trend }: { trend: Trend }) {
  return (
    <span className={styles}>
      <span aria-hidden>
        {trend.direction === 'none' ? ABSENT : `${ARROWS[trend.direction]} ${formatDelta(trend.delta)}`}
      </span>
      <VisuallyHidden>{trendText(trend)}</VisuallyHidden>
    </span>
  );
}

/** The trend as a phrase. */
export function trendText({ direction, delta }: Trend): string {
  const points = Math.abs(Math.round(delta ?? 0));
  switch (direction) {
    case 'up':
      return t('components.trend.up', 'up {{points}} points', { points });
    case 'down':
      return t('components.trend.down', 'down {{points}} points', { points });
    case 'flat':
      return t('components.trend.flat', 'unchanged');
    case 'none':
      return t('components.trend.none', 'no comparison');
  }
}

const styles = css({ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' });
