import { type DataSourceInstanceSettings, type ScopedVars } from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv } from '@grafana/runtime';
import { isComplete, type ScorecardQuery } from './query';

/** Scores for dashboards and alert rules; the server answers, the browser fills in variables. */
export class ScorecardDataSource extends DataSourceWithBackend<ScorecardQuery> {
  constructor(settings: DataSourceInstanceSettings) {
    super(settings);
  }

  override getDefaultQuery(): Partial<ScorecardQuery> {
    return { queryType: 'series' };
  }

  override filterQuery(query: ScorecardQuery): boolean {
    return isComplete(query);
  }

  override applyTemplateVariables(query: ScorecardQuery, scopedVars: ScopedVars): ScorecardQuery {
    const filled = <T extends string>(text: T | undefined) => text && (getTemplateSrv().replace(text, scopedVars) as T);
    const { node } = query;
    return {
      ...query,
      scorecard: filled(query.scorecard),
      node: node && { kind: node.kind, name: filled(node.name) ?? node.name },
      kpi: filled(query.kpi),
      unit: filled(query.unit),
      frequency: filled(query.frequency),
    };
  }
}
