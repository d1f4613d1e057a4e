import { css } from '@emotion/css';
import { useTheme2 } from '@grafana/ui';
import { useMemo } from 'react';
import { type Scheme, type SeriesPoint } from '../../../api/types';
import { statusLabel } from '../../../components/status';
import { t } from '../../../i18n';
import { type ChartNames, chartOf } from '../model/chart';
import { CHART_HEIGHT, chartScene } from './chartScene';

interface Props {
  title: string;
  points: SeriesPoint[];
  scheme: Scheme;
  /** Grafana unit id. */
  unit: string | undefined;
}

/** Actual, target and stretch over the levels of the scale. The table of periods says the same to those who don't see it. */
export default function KpiChart({ title, points, scheme, unit }: Props) {
  const theme = useTheme2();
  const scene = useMemo(() => {
    const names = chartNames(title);
    const chart = chartOf(points, scheme, names);
    return chart && chartScene({ chart, names, points, unit, theme });
  }, [title, points, scheme, unit, theme]);

  if (!scene) {
    return <p>{t('kpis.chart.empty', 'There is nothing to draw yet: no period has a value or a target.')}</p>;
  }
  return (
    <figure
      className={box}
      aria-label={t('kpis.chart.label', 'Chart of {{title}}; the table of periods holds its numbers', { title })}
    >
      <scene.Component model={scene} />
      <Legend points={points} scheme={scheme} />
    </figure>
  );
}

/** What the areas mean, from the highest values down. */
function Legend({ points, scheme }: Pick<Props, 'points' | 'scheme'>) {
  const bands = points.findLast((point) => point.bands?.length)?.bands ?? [];
  const known = bands.filter(({ level }) => scheme.levels.some(({ name }) => name === level));
  if (known.length === 0) {
    return null;
  }
  const levels = known
    .toReversed()
    .map(({ level }) => statusLabel(level))
    .join(', ');
  return <figcaption>{t('kpis.chart.areas', 'Areas from the highest values down: {{levels}}', { levels })}</figcaption>;
}

function chartNames(title: string): ChartNames {
  return {
    value: title,
    target: t('kpis.chart.target', 'Target'),
    stretch: t('kpis.chart.stretch', 'Stretch'),
    restated: t('kpis.chart.restated', 'Restated'),
    carried: t('kpis.chart.carried', 'Carried from an earlier period'),
  };
}

const box = css({ margin: 0, minHeight: CHART_HEIGHT, figcaption: { fontSize: '0.85em', opacity: 0.8 } });
