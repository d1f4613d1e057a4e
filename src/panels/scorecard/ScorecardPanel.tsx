import { type PanelProps } from '@grafana/data';
import { useMemo } from 'react';
import { useView } from '../../api/measurement';
import { type View } from '../../api/types';
import { ErrorState } from '../../components/ErrorState';
import { type Place as LinkPlace, scorecardUrl } from '../../components/links';
import { PageSkeleton } from '../../components/PageSkeleton';
import { ChooseScorecard, FOOT_HEIGHT, PanelFoot, PanelRoot } from '../../components/panel/PanelFrame';
import { usePlace } from '../../components/panel/usePlace';
import { useRefresh } from '../../components/panel/useRefresh';
import { ExecutiveView } from '../../features/scorecards/components/ExecutiveView';
import { placesOf } from '../../features/scorecards/tree';
import { t } from '../../i18n';
import { DetailTable } from './DetailTable';
import { type ScorecardOptions } from './options';
import { ScoreTile } from './ScoreTile';

type Props = PanelProps<ScorecardOptions>;

/** Below this only the score and its perspectives are shown, in pixels. */
const FULL_NEEDS = { width: 300, height: 200 };
const SPARKLINE = 13;

/** A scorecard on a dashboard; its items lead to their places in the app. */
export default function ScorecardPanel(props: Props) {
  return (
    <PanelRoot width={props.width} height={props.height}>
      {props.options.scorecard ? <Content {...props} /> : <ChooseScorecard />}
    </PanelRoot>
  );
}

function Content({ options, timeRange, width, height }: Props) {
  const { place, error: placeError } = usePlace(options, timeRange);
  const query = useView(options.scorecard, { ...place, sparkline: SPARKLINE }, place !== undefined);
  useRefresh(timeRange, query.refetch);
  const { data: view } = query;
  const error = placeError ?? query.error;
  if (error) {
    return <ErrorState error={error} onRetry={query.refetch} />;
  }
  if (!view) {
    return <PageSkeleton rows={4} />;
  }
  const at: LinkPlace = { scorecard: view.scorecard, unit: view.unit, period: view.period.id };
  const detailOf = (row: string) => scorecardUrl(view.scorecard, at, { view: 'detail', row });
  const fits = width >= FULL_NEEDS.width && height >= FULL_NEEDS.height;
  return (
    <>
      <div style={{ height: height - FOOT_HEIGHT, overflow: 'auto' }}>
        {fits ? (
          <Full view={view} at={at} detail={options.view === 'detail'} width={width} detailOf={detailOf} />
        ) : (
          <ScoreTile view={view} detailOf={detailOf} />
        )}
      </div>
      <PanelFoot
        period={view.period.id}
        to={scorecardUrl(view.scorecard, at)}
        text={t('panels.scorecard.open', 'Open scorecard')}
      />
    </>
  );
}

interface FullProps {
  view: View;
  at: LinkPlace;
  detail: boolean;
  width: number;
  /** Address of a row's place in the detail view. */
  detailOf: (row: string) => string;
}

function Full({ view, at, detail, width, detailOf }: FullProps) {
  const places = useMemo(() => placesOf(view.node), [view]);
  if (detail) {
    return <DetailTable view={view} places={places} at={at} width={width} />;
  }
  return (
    <ExecutiveView
      view={view}
      places={places}
      detailOf={detailOf}
      restatedUrl={scorecardUrl(view.scorecard, at, { view: 'detail', state: 'restated' })}
    />
  );
}
