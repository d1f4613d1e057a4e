import { Button, Stack } from '@grafana/ui';
import { applyResources, useWrite } from '../../../api/resources';
import { AppLinkButton } from '../../../components/AppLink';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorState } from '../../../components/ErrorState';
import { appUrl } from '../../../components/links';
import { t } from '../../../i18n';

/** Documents of the demo organisation, loaded only when somebody asks for them. */
async function loadDemo() {
  const { demoDocuments } = await import(/* webpackChunkName: 'demo' */ '../demo');
  return applyResources(demoDocuments());
}

/** What a new installation shows instead of an empty list: the two ways to a first scorecard. */
export function FirstRun({ mayWrite }: { mayWrite: boolean }) {
  const demo = useWrite(loadDemo);
  return (
    <EmptyState
      title={t('scorecards.first-run.title', 'There is no scorecard yet')}
      action={
        mayWrite && (
          <Stack gap={1}>
            <Button onClick={() => demo.mutate(undefined)} disabled={demo.isPending} icon="import">
              {demo.isPending
                ? t('scorecards.first-run.loading', 'Loading the demo organisation…')
                : t('scorecards.first-run.demo', 'Load the demo organisation')}
            </Button>
            <AppLinkButton to={appUrl('scorecards/new')} variant="secondary" icon="plus">
              {t('scorecards.first-run.create', 'Create a scorecard')}
            </AppLinkButton>
          </Stack>
        )
      }
    >
      <p>
        {t(
          'scorecards.first-run.text',
          'A scorecard shows how a unit is doing: its perspectives, their objectives, and the KPIs that measure them, each with target, score and trend.'
        )}
      </p>
      <p>
        {mayWrite
          ? t(
              'scorecards.first-run.demo-text',
              'The demo organisation reads its KPIs from the demo database; where that is missing, its scorecards show definitions without values.'
            )
          : t('scorecards.first-run.ask', 'Ask an editor to create the first one.')}
      </p>
      {demo.error && (
        <ErrorState error={demo.error} title={t('scorecards.first-run.failed', 'The demo was not loaded')} />
      )}
    </EmptyState>
  );
}
