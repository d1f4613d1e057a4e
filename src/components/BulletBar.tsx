import { useTheme2 } from '@grafana/ui';
import { type Scheme } from '../api/types';
import { t } from '../i18n';
import { againstTarget, type BulletInput, layOutBullet } from './bullet';
import { ABSENT, formatPercent } from './format';

interface Props extends BulletInput {
  /** Orders the tones of the bands: the worst level is the darkest. */
  scheme: Scheme;
  format: (value: number | null) => string;
  width?: number;
  height?: number;
}

const TONES = [0.32, 0.08];

/** Few's bullet graph: value as a bar, target as a line, the levels of the KPI's own scale as neutral bands. */
export function BulletBar({ value, target, bands, scheme, format, width = 120, height = 14 }: Props) {
  const theme = useTheme2();
  const bullet = layOutBullet({ value, target, bands });
  if (!bullet) {
    return <span>{ABSENT}</span>;
  }
  const [darkest, lightest] = TONES;
  const tone = (level: string) => {
    const rank = scheme.levels.findIndex(({ name }) => name === level);
    return darkest + ((lightest - darkest) * Math.max(0, rank)) / Math.max(1, scheme.levels.length - 1);
  };
  return (
    <svg width={width} height={height} role="img" aria-label={describe(value, target, format)}>
      {bullet.bands.map(({ level, from, to }, index) => (
        <rect
          key={index}
          x={from * width}
          width={Math.max(0, (to - from) * width)}
          height={height}
          fill={theme.colors.text.primary}
          opacity={tone(level)}
        />
      ))}
      {bullet.bar && (
        <rect
          x={bullet.bar.from * width}
          width={Math.max(1, (bullet.bar.to - bullet.bar.from) * width)}
          y={height * 0.3}
          height={height * 0.4}
          fill={theme.colors.text.primary}
        />
      )}
      {bullet.target !== undefined && (
        <rect x={bullet.target * width - 1} width={2} height={height} fill={theme.colors.primary.text} />
      )}
    </svg>
  );
}

function describe(value: number | null, target: number | null, format: Props['format']): string {
  if (value === null) {
    return target === null
      ? t('components.bullet.nothing', 'no value, no target')
      : t('components.bullet.no-value', 'no value, target {{target}}', { target: format(target) });
  }
  if (target === null) {
    return t('components.bullet.no-target', '{{value}}, no target', { value: format(value) });
  }
  return `${t('components.bullet.both', '{{value}} against a target of {{target}}', {
    value: format(value),
    target: format(target),
  })}${distance(value, target)}`;
}

function distance(value: number, target: number): string {
  const share = againstTarget(value, target);
  if (share === undefined) {
    return '';
  }
  const percent = formatPercent(Math.abs(share));
  return share < 0
    ? `, ${t('components.bullet.below', '{{percent}} below target', { percent })}`
    : `, ${t('components.bullet.above', '{{percent}} above target', { percent })}`;
}
