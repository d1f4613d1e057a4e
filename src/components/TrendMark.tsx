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
  const count = Math.abs(Math.round(delta ?? 0));
  switch (direction) {
    case 'up':
      return t('components.trend.up', '', {
        count,
        defaultValue_one: 'up {{count}} point',
        defaultValue_other: 'up {{count}} points',
      });
    case 'down':
      return t('components.trend.down', '', {
        count,
        defaultValue_one: 'down {{count}} point',
        defaultValue_other: 'down {{count}} points',
      });
    case 'flat':
      return t('components.trend.flat', 'unchanged');
    case 'none':
      return t('components.trend.none', 'no comparison');
  }
}

const styles = css({ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' });
