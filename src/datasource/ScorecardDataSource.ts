import { type AnnotationSupport, type DataSourceInstanceSettings, type ScopedVars } from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv } from '@grafana/runtime';
import { isComplete, type ScorecardQuery } from './query';

/** Scores, reviews and their follow-up for dashboards, annotations and alert rules; the server answers, the browser fills in variables. */
export class ScorecardDataSource extends DataSourceWithBackend<ScorecardQuery> {
  /** Reviews and decisions stand on dashboards as annotations; reviews are what a new one begins with. */
  override annotations: AnnotationSupport<ScorecardQuery> = {
    getDefaultQuery: () => ({ queryType: 'reviews' }),
  };

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
      owner: filled(query.owner),
    };
  }
}
