/** The browser side of the PostgreSQL data source, with the query model of Grafana's own. */
import { type DataSourceInstanceSettings, type ScopedVars } from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv } from '@grafana/runtime';
import { type DataQuery } from '@grafana/schema';

export interface SqlQuery extends DataQuery {
  rawSql?: string;
  format?: 'table' | 'time_series';
  rawQuery?: boolean;
  editorMode?: 'code';
}

export class PostgresDataSource extends DataSourceWithBackend<SqlQuery> {
  constructor(settings: DataSourceInstanceSettings) {
    super(settings);
  }

  override getDefaultQuery(): Partial<SqlQuery> {
    return { format: 'table', rawSql: '', rawQuery: true, editorMode: 'code' };
  }

  override filterQuery(query: SqlQuery): boolean {
    return Boolean(query.rawSql) && !query.hide;
  }

  override applyTemplateVariables(query: SqlQuery, scopedVars: ScopedVars): SqlQuery {
    return { ...query, rawSql: getTemplateSrv().replace(query.rawSql, scopedVars) };
  }
}
