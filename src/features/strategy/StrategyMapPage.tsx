import { PluginPage } from '@grafana/runtime';
import { Button } from '@grafana/ui';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { LAST_ENDED, useStrategyMap } from '../../api/measurement';
import { useMay, useResource, useResources } from '../../api/resources';
import { AppLinkButton } from '../../components/AppLink';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { appUrl } from '../../components/links';
import { PageSkeleton } from '../../components/PageSkeleton';
import { useUnits } from '../../components/UnitPicker';
import { t } from '../../i18n';
import { MapHeader } from './components/MapHeader';
import { MapWorkspace } from './components/MapWorkspace';
import { scorecardsOf } from './scorecardChoice';
import { useMapUrl } from './urlState';

/** The strategy map of one strategy, as seen by one of its scorecards. */
export function StrategyMapPage() {
  const { name = '' } = useParams();
  const [state, update] = useMapUrl();
  const [editing, setEditing] = useState(false);
  const mayEdit = useMay('CausalLink', 'write');
  const { data: strategy } = useResource('Strategy', name);
  const { scorecards, error: listError, refetch } = useScorecardsOf(name);
  const scorecard = state.scorecard ?? scorecards?.[0]?.metadata.name;
  const { unit, period, asOf, now } = state;
  const query = useStrategyMap(name, { scorecard, unit, period: period ?? LAST_ENDED, asOf, now }, Boolean(scorecard));
  const { data: map, isPlaceholderData } = query;
  const error = listError ?? query.error;

  return (
    <PluginPage
      pageNav={{ text: map?.title ?? strategy?.spec.title ?? name }}
      actions={
        map && mayEdit && !editing ? (
          <Button variant="secondary" icon="pen" onClick={() => setEditing(true)}>
            {t('strategy.page.edit', 'Edit')}
          </Button>
        ) : undefined
      }
    >
      {error && <ErrorState error={error} onRetry={() => (listError ? refetch() : query.refetch())} />}
      {scorecards?.length === 0 && !state.scorecard && <Unused />}
      {!map && !error && scorecards?.length !== 0 && <PageSkeleton />}
      {map && (
        <>
          <MapHeader map={map} scorecards={scorecards ?? []} state={state} onChange={update} />
          <MapWorkspace
            map={map}
            busy={isPlaceholderData}
            state={state}
            onChange={update}
            editing={editing}
            onDone={() => setEditing(false)}
          />
        </>
      )}
    </PluginPage>
  );
}

function useScorecardsOf(strategy: string) {
  const all = useResources('Scorecard');
  const { units, error } = useUnits();
  const scorecards = all.data && units && scorecardsOf(strategy, all.data, units);
  return { scorecards, error: all.error ?? error, refetch: all.refetch };
}

function Unused() {
  return (
    <EmptyState
      title={t('strategy.page.unused', 'No scorecard uses this strategy yet')}
      action={
        <AppLinkButton to={appUrl('scorecards')}>
          {t('strategy.page.to-scorecards', 'Go to the scorecards')}
        </AppLinkButton>
      }
    >
      {t(
        'strategy.page.unused-text',
        'The map shows the objectives of a scorecard in its perspectives, with arrows from causes to effects.'
      )}
    </EmptyState>
  );
}
