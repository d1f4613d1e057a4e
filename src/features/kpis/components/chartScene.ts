import { dateTime, type GrafanaTheme2, LoadingState, type TimeRange } from '@grafana/data';
import {
  EmbeddedScene,
  type FieldConfigOverridesBuilder,
  PanelBuilders,
  SceneDataNode,
  SceneFlexItem,
  SceneFlexLayout,
  SceneTimeRange,
} from '@grafana/scenes';
import {
  GraphDrawStyle,
  type GraphFieldConfig,
  LineInterpolation,
  TooltipDisplayMode,
  VisibilityMode,
} from '@grafana/schema';
import { type SeriesPoint } from '../../../api/types';
import { rankColor } from '../../../components/status';
import { type BandArea, type Chart, type ChartNames } from '../model/chart';

interface Options {
  chart: Chart;
  names: ChartNames;
  points: SeriesPoint[];
  /** Grafana unit id. */
  unit: string | undefined;
  theme: GrafanaTheme2;
}

type Overrides = FieldConfigOverridesBuilder<GraphFieldConfig>;

export const CHART_HEIGHT = 320;
const AREA_OPACITY = 14;
const MARK_SIZE = 11;

/** A scene with one time series panel over numbers that the API gave. */
export function chartScene({ chart, names, points, unit, theme }: Options): EmbeddedScene {
  const timeRange = timeRangeOf(points);
  const panel = PanelBuilders.timeseries()
    .setTitle('')
    .setDisplayMode('transparent')
    .setHoverHeader(true)
    .setUnit(unit ?? 'locale')
    .setMin(chart.range.min)
    .setMax(chart.range.max)
    .setOption('tooltip', { mode: TooltipDisplayMode.Multi })
    .setCustomFieldConfig('showPoints', VisibilityMode.Never)
    .setOverrides((overrides) => {
      drawLines(overrides, names, theme);
      drawMarks(overrides, names, theme);
      drawAreas(overrides, chart.areas, theme);
    })
    .build();
  return new EmbeddedScene({
    $timeRange: new SceneTimeRange({ from: String(timeRange.raw.from), to: String(timeRange.raw.to) }),
    $data: new SceneDataNode({
      data: { state: LoadingState.Done, series: [chart.frame], timeRange, structureRev: 1 },
    }),
    body: new SceneFlexLayout({ children: [new SceneFlexItem({ minHeight: CHART_HEIGHT, body: panel })] }),
  });
}

function drawLines(overrides: Overrides, names: ChartNames, theme: GrafanaTheme2): void {
  overrides
    .matchFieldsWithName(names.value)
    .overrideColor({ mode: 'fixed', fixedColor: theme.colors.text.primary })
    .overrideCustomFieldConfig('lineWidth', 2)
    .overrideCustomFieldConfig('showPoints', VisibilityMode.Always);
  overrides
    .matchFieldsWithName(names.target)
    .overrideColor({ mode: 'fixed', fixedColor: theme.colors.primary.text })
    .overrideCustomFieldConfig('lineInterpolation', LineInterpolation.StepAfter)
    .overrideCustomFieldConfig('lineWidth', 2);
  overrides
    .matchFieldsWithName(names.stretch)
    .overrideColor({ mode: 'fixed', fixedColor: theme.colors.primary.text })
    .overrideCustomFieldConfig('lineInterpolation', LineInterpolation.StepAfter)
    .overrideCustomFieldConfig('lineStyle', { fill: 'dash', dash: [6, 6] });
}

/** Values that aren't what they seem stand out as larger points. */
function drawMarks(overrides: Overrides, { restated, carried }: ChartNames, theme: GrafanaTheme2): void {
  const marks = [
    { name: restated, color: theme.visualization.getColorByName('purple') },
    { name: carried, color: theme.colors.text.secondary },
  ];
  for (const { name, color } of marks) {
    overrides
      .matchFieldsWithName(name)
      .overrideColor({ mode: 'fixed', fixedColor: color })
      .overrideCustomFieldConfig('drawStyle', GraphDrawStyle.Points)
      .overrideCustomFieldConfig('showPoints', VisibilityMode.Always)
      .overrideCustomFieldConfig('pointSize', MARK_SIZE);
  }
}

function drawAreas(overrides: Overrides, areas: BandArea[], theme: GrafanaTheme2): void {
  for (const bound of new Set(areas.flatMap(({ low, high }) => [low, high]))) {
    const area = areas.find(({ high }) => high === bound);
    const drawn = overrides
      .matchFieldsWithName(bound)
      .overrideColor({ mode: 'fixed', fixedColor: area ? rankColor(theme, area.rank) : 'transparent' })
      .overrideCustomFieldConfig('lineInterpolation', LineInterpolation.StepAfter)
      .overrideCustomFieldConfig('lineWidth', 0)
      .overrideCustomFieldConfig('hideFrom', { legend: true, tooltip: true, viz: false });
    if (area) {
      drawn.overrideCustomFieldConfig('fillBelowTo', area.low).overrideCustomFieldConfig('fillOpacity', AREA_OPACITY);
    }
  }
}

function timeRangeOf(points: SeriesPoint[]): TimeRange {
  const raw = { from: points[0].start, to: points[points.length - 1].end };
  return { from: dateTime(raw.from), to: dateTime(raw.to), raw };
}
