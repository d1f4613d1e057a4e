import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { Tab, TabContent, TabsBar, useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { useResource } from '../../api/resources';
import { ErrorState } from '../../components/ErrorState';
import { type Place as LinkPlace } from '../../components/links';
import { PageSkeleton } from '../../components/PageSkeleton';
import { t } from '../../i18n';
import { DetailView } from './components/DetailView';
import { ExecutiveView } from './components/ExecutiveView';
import { HeatMapView } from './components/HeatMapView';
import { ScorecardActions } from './components/ScorecardActions';
import { ScorecardHeader } from './components/ScorecardHeader';
import { lastClose, placesOf } from './tree';
import { type Tab as TabName, tabs, type UrlState, writeUrl } from './urlState';
import { useHomes } from './useHomes';
import { useScoredTree } from './useScoredTree';
import { useUrlState } from './useUrlState';

/** One scorecard: at a glance, in detail, as a heat map. The URL holds everything that it shows. */
export function ScorecardPage() {
  const styles = useStyles2(getStyles);
  const { name = '' } = useParams();
  const [state, update] = useUrlState();
  const [params] = useSearchParams();
  const scorecard = useResource('Scorecard', name);
  const { view, error, refetch, fetching } = useScoredTree(name, scorecard.data?.spec.calendar, state);
  const homes = useHomes();
  const places = useMemo(() => (view ? placesOf(view.node, homes) : []), [view, homes]);
  const closesAt = useMemo(() => lastClose(places), [places]);
  const unit = view?.unit;
  const period = view?.period.id;
  const at = useMemo(
    (): LinkPlace => ({
      scorecard: name,
      unit,
      period,
      asOf: state.asOf,
      now: state.now,
    }),
    [name, unit, period, state.asOf, state.now]
  );
  const addressOf = (change: Partial<UrlState>) => `?${writeUrl({ ...state, ...change }, params)}`;
  const failure = scorecard.error ?? error;

  return (
    <PluginPage
      pageNav={{ text: view?.node.title ?? scorecard.data?.spec.title ?? name }}
      actions={scorecard.data && <ScorecardActions scorecard={scorecard.data} at={at} />}
    >
      {failure && (
        <ErrorState
          error={failure}
          onRetry={() => {
            scorecard.refetch();
            refetch();
          }}
        />
      )}
      {!view && !failure && <PageSkeleton rows={14} />}
      {view && scorecard.data && (
        <div aria-busy={fetching}>
          <ScorecardHeader
            view={view}
            calendar={scorecard.data.spec.calendar}
            topUnit={scorecard.data.spec.unit}
            closesAt={closesAt}
            asOf={state.asOf}
            compare={state.compare}
            update={update}
          />
          <Tabs shown={state.tab} addressOf={addressOf} onChange={(tab) => update({ tab })} />
          <TabContent className={styles}>
            {state.tab === 'executive' && (
              <ExecutiveView
                view={view}
                places={places}
                detailOf={(row) => addressOf({ tab: 'detail', row, toggled: [] })}
                restatedUrl={addressOf({
                  tab: 'detail',
                  filter: { statuses: [], states: ['restated'] },
                })}
              />
            )}
            {state.tab === 'detail' && <DetailView view={view} places={places} state={state} update={update} at={at} />}
            {state.tab === 'heatmap' && <HeatMapView view={view} places={places} state={state} update={update} />}
          </TabContent>
        </div>
      )}
    </PluginPage>
  );
}

interface TabsProps {
  shown: TabName;
  addressOf: (change: Partial<UrlState>) => string;
  onChange: (tab: TabName) => void;
}

function Tabs({ shown, addressOf, onChange }: TabsProps) {
  return (
    <TabsBar>
      {tabs.map((tab) => (
        <Tab
          key={tab}
          label={tabLabel(tab)}
          active={tab === shown}
          href={addressOf({ tab })}
          onChangeTab={(event) => {
            event.preventDefault();
            onChange(tab);
          }}
        />
      ))}
    </TabsBar>
  );
}

function tabLabel(tab: TabName): string {
  switch (tab) {
    case 'executive':
      return t('scorecards.tab.executive', 'Executive');
    case 'detail':
      return t('scorecards.tab.detail', 'Detail');
    case 'heatmap':
      return t('scorecards.tab.heatmap', 'Heat map');
  }
}

const getStyles = (theme: GrafanaTheme2) => css({ paddingTop: theme.spacing(2) });
