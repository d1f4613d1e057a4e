import { Button, Stack } from '@grafana/ui';
import { useNavigate } from 'react-router-dom';
import { useStartCollection } from '../../../api/measurement';
import { useMay } from '../../../api/resources';
import { AppLinkButton } from '../../../components/AppLink';
import { ErrorState } from '../../../components/ErrorState';
import { appUrl } from '../../../components/links';
import { t } from '../../../i18n';
import { type Kpi } from '../model/catalogue';

/** What an editor does with a KPI: collect or submit its values, change its definition. */
export function KpiActions({ kpi: { metadata, spec } }: { kpi: Kpi }) {
  const mayWrite = useMay('Kpi', 'write');
  const navigate = useNavigate();
  const collect = useStartCollection();
  const path = `kpis/${encodeURIComponent(metadata.name)}`;
  if (!mayWrite) {
    return null;
  }
  const start = () =>
    collect.mutate(
      { kpis: [metadata.name] },
      { onSuccess: ({ id }) => navigate(appUrl(`collections/${encodeURIComponent(id)}`)) }
    );
  return (
    <Stack gap={1} alignItems="center">
      {collect.error && (
        <ErrorState error={collect.error} title={t('kpis.actions.not-started', 'The collection was not started')} />
      )}
      {spec.source?.type === 'query' && (
        <Button variant="secondary" icon="sync" disabled={collect.isPending} onClick={start}>
          {t('kpis.actions.collect', 'Collect now')}
        </Button>
      )}
      {spec.source?.type === 'manual' && (
        <AppLinkButton to={appUrl(`${path}/submit`)} variant="secondary" icon="edit">
          {t('kpis.actions.submit', 'Submit values')}
        </AppLinkButton>
      )}
      <AppLinkButton to={appUrl(`${path}/edit`)} variant="secondary" icon="pen">
        {metadata.file ? t('kpis.actions.view', 'View definition') : t('kpis.actions.edit', 'Edit')}
      </AppLinkButton>
    </Stack>
  );
}
