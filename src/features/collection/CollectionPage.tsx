import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { Alert, Button, Stack, useStyles2 } from '@grafana/ui';
import { useNavigate, useParams } from 'react-router-dom';
import { useCancelCollection, useRun, useStartCollection } from '../../api/measurement';
import { useMay } from '../../api/resources';
import { type Run } from '../../api/types';
import { ErrorState } from '../../components/ErrorState';
import { formatInstant } from '../../components/format';
import { appUrl } from '../../components/links';
import { PageSkeleton } from '../../components/PageSkeleton';
import { t } from '../../i18n';
import { RunKpis } from './components/RunKpis';
import { RunProgress } from './components/RunProgress';
import { RunState } from './components/RunState';
import { durationText, isUnderWay, retryOf, secondsOf, triggerLabel } from './model/runs';

/** One collection run: how far it is, and what became of each KPI. */
export function CollectionPage() {
  const { id = '' } = useParams();
  const { data: run, error, refetch, dataUpdatedAt } = useRun(id);
  return (
    <PluginPage
      pageNav={{
        text: run
          ? t('collection.page.title', 'Collection of {{when}}', { when: formatInstant(run.createdAt) })
          : t('collection.page.untitled', 'Collection'),
        parentItem: { text: t('collection.list.title', 'Collections'), url: appUrl('collections') },
      }}
      actions={run && <RunActions run={run} />}
    >
      {error && !run && <ErrorState error={error} onRetry={refetch} />}
      {!run && !error && <PageSkeleton />}
      {run && <RunDetail run={run} at={dataUpdatedAt} />}
    </PluginPage>
  );
}

/** `at`: when the run was read, in ms since 1970. */
function RunDetail({ run, at }: { run: Run; at: number }) {
  const styles = useStyles2(getStyles);
  const seconds = secondsOf(run, at);
  return (
    <Stack direction="column" gap={2}>
      <div className={styles.summary} role="status">
        <RunState state={run.state} />
        <RunProgress progress={run.progress} busy={isUnderWay(run)} />
        <span>{t('collection.page.by', 'started by {{who}}', { who: triggerLabel(run) })}</span>
        {seconds !== undefined && (
          <span>{t('collection.page.took', 'took {{duration}}', { duration: durationText(seconds) })}</span>
        )}
        {run.units && <span>{t('collection.page.units', 'only {{units}}', { units: run.units.join(', ') })}</span>}
      </div>
      {run.message && <Alert severity={run.state === 'failed' ? 'error' : 'info'} title={run.message} />}
      {run.kpis.length > 0 ? (
        <RunKpis kpis={run.kpis} />
      ) : (
        <p>{t('collection.page.nothing', 'Nothing was due: no KPI with a query matched.')}</p>
      )}
    </Stack>
  );
}

function RunActions({ run }: { run: Run }) {
  const mayCollect = useMay('Kpi', 'write');
  const navigate = useNavigate();
  const cancel = useCancelCollection();
  const start = useStartCollection();
  const retry = isUnderWay(run) ? undefined : retryOf(run);
  const failure = cancel.error ?? start.error;
  if (!mayCollect) {
    return null;
  }
  return (
    <Stack gap={1} alignItems="center">
      {failure && <span role="alert">{failure.message}</span>}
      {isUnderWay(run) && (
        <Button variant="destructive" fill="outline" disabled={cancel.isPending} onClick={() => cancel.mutate(run.id)}>
          {cancel.isPending ? t('collection.page.cancelling', 'Cancelling…') : t('collection.page.cancel', 'Cancel')}
        </Button>
      )}
      {retry && (
        <Button
          variant="secondary"
          icon="repeat"
          disabled={start.isPending}
          onClick={() =>
            start.mutate(retry, { onSuccess: ({ id }) => navigate(appUrl(`collections/${encodeURIComponent(id)}`)) })
          }
        >
          {t('collection.page.retry', 'Collect the failed KPIs again')}
        </Button>
      )}
    </Stack>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  summary: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1, 3), alignItems: 'center' }),
});
