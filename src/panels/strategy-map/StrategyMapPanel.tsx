import { type PanelProps } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { useStrategyMap } from '../../api/measurement';
import { type StrategyMap } from '../../api/types';
import { ErrorState } from '../../components/ErrorState';
import { type Place, strategyUrl } from '../../components/links';
import { PageSkeleton } from '../../components/PageSkeleton';
import { ChooseScorecard, FOOT_HEIGHT, PanelFoot, PanelRoot } from '../../components/panel/PanelFrame';
import { usePlace } from '../../components/panel/usePlace';
import { useRefresh } from '../../components/panel/useRefresh';
import { MapList } from '../../features/strategy/components/MapList';
import { MapTable } from '../../features/strategy/components/MapTable';
import { StrategyMapView } from '../../features/strategy/components/StrategyMapView';
import { t } from '../../i18n';
import { type StrategyMapOptions } from './options';

type Props = PanelProps<StrategyMapOptions>;

/** Below this a map's cards can't be read, in pixels. */
const MAP_NEEDS = { width: 480, height: 260 };

/** A strategy map on a dashboard; what is chosen on it opens in the app. */
export default function StrategyMapPanel(props: Props) {
  return (
    <PanelRoot width={props.width} height={props.height}>
      {props.options.scorecard ? <Content {...props} /> : <ChooseScorecard />}
    </PanelRoot>
  );
}

function Content({ options, timeRange, width, height }: Props) {
  const { scorecard, place, error: placeError } = usePlace(options, timeRange);
  const name = options.scorecard;
  const query = useStrategyMap(
    scorecard?.spec.strategy ?? '',
    { scorecard: name, ...place },
    scorecard !== undefined && place !== undefined
  );
  useRefresh(timeRange, query.refetch);
  const { data: map } = query;
  const error = placeError ?? query.error;
  if (error) {
    return <ErrorState error={error} onRetry={query.refetch} />;
  }
  if (!map) {
    return <PageSkeleton rows={4} />;
  }
  const at: Place = { scorecard: name, unit: map.unit, period: map.period.id };
  const url = strategyUrl(map.strategy, at);
  const fits = width >= MAP_NEEDS.width && height >= MAP_NEEDS.height;
  return (
    <>
      <div style={{ height: height - FOOT_HEIGHT, overflow: 'auto' }}>
        <Shown
          map={map}
          view={options.view === 'table' ? 'table' : fits ? 'map' : 'list'}
          onSelect={(objective) =>
            objective && locationService.push(`${url}&objective=${encodeURIComponent(objective)}`)
          }
        />
      </div>
      <PanelFoot period={map.period.id} to={url} text={t('panels.strategy-map.open', 'Open strategy map')} />
    </>
  );
}

interface ShownProps {
  map: StrategyMap;
  view: 'map' | 'table' | 'list';
  onSelect: (objective: string | undefined) => void;
}

function Shown({ map, view, onSelect }: ShownProps) {
  switch (view) {
    case 'map':
      return <StrategyMapView map={map} onSelect={onSelect} bare />;
    case 'table':
      return <MapTable map={map} onSelect={onSelect} />;
    case 'list':
      return <MapList map={map} onSelect={onSelect} />;
  }
}
