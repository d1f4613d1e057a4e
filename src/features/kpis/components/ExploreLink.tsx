import { config, getDataSourceSrv } from '@grafana/runtime';
import { LinkButton } from '@grafana/ui';
import { useLineage, useSeries } from '../../../api/measurement';
import { t } from '../../../i18n';
import { exploreUrl } from '../model/explore';

interface Props {
  kpi: string;
  unit: string;
  /** Id of a period; the query is asked for its whole time. */
  period: string;
}

/** The KPI's query in Grafana's Explore over one period; nothing for KPIs without a query or people who may not explore. */
export function ExploreLink({ kpi, unit, period }: Props) {
  const { data: lineage } = useLineage(kpi);
  const asked = lineage?.source.query && lineage.source.datasource ? lineage.source : undefined;
  const { data: series } = useSeries(kpi, { unit, from: period, to: period }, asked !== undefined);
  const point = series?.points[0];
  if (!asked?.query || !asked.datasource || !point || !mayExplore()) {
    return null;
  }
  const type = getDataSourceSrv().getInstanceSettings(asked.datasource)?.type;
  return (
    <LinkButton
      icon="compass"
      size="sm"
      variant="secondary"
      href={exploreUrl({
        datasource: { uid: asked.datasource, type },
        query: asked.query,
        start: point.start,
        end: series.points[series.points.length - 1].end,
      })}
    >
      {t('kpis.explore', 'Open in Explore')}
    </LinkButton>
  );
}

const mayExplore = () => Boolean(config.bootData.user.permissions?.['datasources:explore']);
