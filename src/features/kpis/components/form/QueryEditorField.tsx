import { css } from '@emotion/css';
import { CoreApp, type DataQuery, type DataSourceApi, type GrafanaTheme2 } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent } from 'react';
import { useController } from 'react-hook-form';
import { ErrorBoundary } from '../../../../components/ErrorBoundary';
import { ErrorState } from '../../../../components/ErrorState';
import { PageSkeleton } from '../../../../components/PageSkeleton';
import { useFieldError } from '../../../../components/form/fieldError';
import { FieldFrame } from '../../../../components/form/FieldFrame';
import { t } from '../../../../i18n';
import { useAskedDatasource } from './DatasourceField';

interface Props {
  readOnly: boolean;
  /** The editor's "Run query": shows the preview. */
  onRunQuery: () => void;
}

/** The query in the data source's own editor, kept exactly as that writes it. */
export function QueryEditorField({ readOnly, onRunQuery }: Props) {
  const uid = useAskedDatasource();
  const error = useFieldError('spec.source.query');
  const { data: datasource, error: failure } = useQuery({
    queryKey: ['grafana', 'datasource', uid],
    queryFn: () => getDataSourceSrv().get(uid),
    enabled: uid !== undefined,
    staleTime: Infinity,
  });
  return (
    <FieldFrame
      name="spec.source.query"
      label={t('kpis.form.query', 'Query')}
      description={t(
        'kpis.form.query-text',
        'It is asked with the time of the periods as its time range: use the data source’s time filter.'
      )}
      error={error}
    >
      <>
        {uid === undefined && <p>{t('kpis.form.no-datasource', 'Choose a data source or a source system first.')}</p>}
        {failure && (
          <ErrorState error={failure} title={t('kpis.form.datasource-failed', 'The data source could not be loaded')} />
        )}
        {uid !== undefined && !datasource && !failure && <PageSkeleton rows={3} />}
        {datasource && (
          <ErrorBoundary key={datasource.uid}>
            <Editor datasource={datasource} readOnly={readOnly} onRunQuery={onRunQuery} />
          </ErrorBoundary>
        )}
      </>
    </FieldFrame>
  );
}

type Model = Record<string, unknown>;

function Editor({ datasource, readOnly, onRunQuery }: Props & { datasource: DataSourceApi }) {
  const styles = useStyles2(getStyles);
  const { field } = useController({ name: 'spec.source.query' });
  const QueryEditor = datasource.components?.QueryEditor;
  if (!QueryEditor) {
    return <p>{t('kpis.form.no-editor', 'This data source has no query editor; write the query in the YAML view.')}</p>;
  }
  const query: DataQuery = {
    ...datasource.getDefaultQuery?.(CoreApp.Unknown),
    ...(field.value as Model | undefined),
    refId: 'A',
    datasource: datasource.getRef(),
  };
  return (
    <div className={styles} onKeyDown={keepForm}>
      <QueryEditor
        datasource={datasource}
        query={query}
        app={CoreApp.Unknown}
        onChange={(changed: DataQuery) => !readOnly && field.onChange(modelOf(changed))}
        onRunQuery={onRunQuery}
      />
    </div>
  );
}

/** A query without what only a panel needs; the data source stands beside it in the definition. */
function modelOf({ refId, datasource, key, hide, ...model }: DataQuery): Model {
  return model;
}

/** Enter in one of the editor's fields is the editor's own business, not a wish to save the KPI. */
function keepForm(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Enter' && (event.target as HTMLElement).tagName === 'INPUT') {
    event.preventDefault();
  }
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    padding: theme.spacing(1),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  });
