import { Button, TextLink } from '@grafana/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { toApiError } from '../../../api/errors';
import { ErrorState } from '../../../components/ErrorState';
import { t } from '../../../i18n';
import { createDataSource, scorecardDataSources } from '../dataSource';
import { Section } from './Section';

/** Whether dashboards and alert rules can reach the scores: the data source, or a button that creates it. */
export function DataSourceSection() {
  const found = useQuery({ queryKey: ['grafana', 'datasources'], queryFn: scorecardDataSources });
  const create = useMutation({ mutationFn: createDataSource, onSuccess: () => found.refetch() });
  const instances = found.data ?? [];
  const failure = create.error ?? found.error;
  return (
    <Section
      title={t('settings.datasource.title', 'Scores in dashboards and alert rules')}
      ok={found.data && instances.length > 0 ? true : undefined}
    >
      {instances.length > 0 && (
        <ul>
          {instances.map(({ uid, name }) => (
            <li key={uid}>
              <TextLink href={`/connections/datasources/edit/${encodeURIComponent(uid)}`} inline={false}>
                {name}
              </TextLink>
            </li>
          ))}
        </ul>
      )}
      {found.data && instances.length === 0 && (
        <>
          <p>
            {t(
              'settings.datasource.missing',
              'There is no data source of the type Balanced Scorecard yet. With one, dashboards and alert rules can ask for scores, values and statuses.'
            )}
          </p>
          <div>
            <Button icon="plus" disabled={create.isPending} onClick={() => create.mutate()}>
              {t('settings.datasource.create', 'Create the data source')}
            </Button>
          </div>
        </>
      )}
      {failure && (
        <ErrorState
          error={toApiError(failure)}
          title={
            create.error
              ? t('settings.datasource.not-created', 'The data source was not created')
              : t('settings.datasource.not-read', 'Grafana’s data sources could not be read')
          }
        />
      )}
    </Section>
  );
}
