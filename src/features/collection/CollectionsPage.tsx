import { PluginPage } from '@grafana/runtime';
import { Button, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useRuns } from '../../api/measurement';
import { useMay } from '../../api/resources';
import { type Run } from '../../api/types';
import { AppLink } from '../../components/AppLink';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { ABSENT, formatInstant } from '../../components/format';
import { appUrl } from '../../components/links';
import { PageSkeleton } from '../../components/PageSkeleton';
import { tableStyles } from '../../components/tableStyles';
import { t } from '../../i18n';
import { RunProgress } from './components/RunProgress';
import { RunState } from './components/RunState';
import { StartDrawer } from './components/StartDrawer';
import { durationText, errorCount, isUnderWay, secondsOf, triggerLabel } from './model/runs';

/** Collection runs, newest first, those under way with their progress; the place to start one. */
export function CollectionsPage() {
  const { data, error, refetch, dataUpdatedAt } = useRuns();
  const mayCollect = useMay('Kpi', 'write');
  const navigate = useNavigate();
  const [starting, setStarting] = useState(false);
  const runs = data?.items;
  const startButton = mayCollect && (
    <Button icon="play" onClick={() => setStarting(true)}>
      {t('collection.list.start', 'Start a collection')}
    </Button>
  );

  return (
    <PluginPage
      pageNav={{ text: t('collection.list.title', 'Collections'), url: appUrl('collections') }}
      actions={startButton}
    >
      {error && !data && <ErrorState error={error} onRetry={refetch} />}
      {!data && !error && <PageSkeleton />}
      {runs?.length === 0 && (
        <EmptyState title={t('collection.list.empty', 'Nothing has been collected yet')} action={startButton}>
          {t(
            'collection.list.empty-text',
            'A collection asks the data sources for the values of KPIs and records what changed. Each KPI is collected by itself after its periods close; here you see every run, and can start one for a range of periods.'
          )}
        </EmptyState>
      )}
      {runs && runs.length > 0 && <RunTable runs={runs} at={dataUpdatedAt} />}
      {starting && (
        <StartDrawer
          onClose={() => setStarting(false)}
          onStarted={({ id }) => navigate(appUrl(`collections/${encodeURIComponent(id)}`))}
        />
      )}
    </PluginPage>
  );
}

/** `at`: when the runs were read, in ms since 1970. */
function RunTable({ runs, at }: { runs: Run[]; at: number }) {
  const styles = useStyles2(tableStyles);
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t('collection.list.title', 'Collections')}>
        <thead>
          <tr>
            <th scope="col">{t('collection.column.when', 'Asked for')}</th>
            <th scope="col">{t('collection.column.state', 'State')}</th>
            <th scope="col">{t('collection.column.progress', 'KPIs done')}</th>
            <th scope="col" className={styles.number}>
              {t('collection.column.observations', 'Values recorded')}
            </th>
            <th scope="col" className={styles.number}>
              {t('collection.column.errors', 'Errors')}
            </th>
            <th scope="col">{t('collection.column.duration', 'Took')}</th>
            <th scope="col">{t('collection.column.trigger', 'Started by')}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <RunRow key={run.id} run={run} at={at} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RunRow({ run, at }: { run: Run; at: number }) {
  const styles = useStyles2(tableStyles);
  const seconds = secondsOf(run, at);
  return (
    <tr>
      <th scope="row">
        <AppLink to={appUrl(`collections/${encodeURIComponent(run.id)}`)}>{formatInstant(run.createdAt)}</AppLink>
      </th>
      <td>
        <RunState state={run.state} />
      </td>
      <td>
        <RunProgress progress={run.progress} busy={isUnderWay(run)} />
      </td>
      <td className={styles.number}>{run.kpis.reduce((sum, { observations }) => sum + observations, 0)}</td>
      <td className={styles.number}>{errorCount(run)}</td>
      <td>{seconds === undefined ? ABSENT : durationText(seconds)}</td>
      <td>{triggerLabel(run)}</td>
    </tr>
  );
}
