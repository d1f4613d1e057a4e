import { DataSourcePlugin } from '@grafana/data';
import { PostgresDataSource, type SqlQuery } from './datasource';
import { QueryEditor } from './QueryEditor';

export const postgresPlugin = new DataSourcePlugin<PostgresDataSource, SqlQuery>(PostgresDataSource).setQueryEditor(
  QueryEditor
);
