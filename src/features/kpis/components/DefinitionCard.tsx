import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { Badge, Stack, TextLink, useStyles2 } from '@grafana/ui';
import { Fragment, type ReactNode } from 'react';
import { type Lineage } from '../../../api/types';
import { ABSENT } from '../../../components/format';
import { t } from '../../../i18n';
import { gapsOf, type Kpi } from '../model/catalogue';
import { gapLabel, sourceLabel, typeLabel, unitLabel } from '../model/labels';
import { aggregationText, scheduleText } from '../model/words';
import { useTitleOf } from '../../../api/titles';

interface Props {
  kpi: Kpi;
  /** Undefined until it has been read. */
  lineage: Lineage | undefined;
}

/** What the KPI is: meaning, people, origin, schedule, and what it lacks. */
export function DefinitionCard({ kpi, lineage }: Props) {
  const styles = useStyles2(getStyles);
  const gaps = gapsOf(kpi);
  const { spec } = kpi;
  return (
    <section aria-label={t('kpis.definition.label', 'Definition')} className={styles.card}>
      <h2 className={styles.heading}>{t('kpis.definition.label', 'Definition')}</h2>
      {spec.description && <p>{spec.description}</p>}
      <Links dashboards={spec.dashboards} />
      {gaps.length > 0 && (
        <Stack gap={0.5} wrap="wrap">
          {gaps.map((gap) => (
            <Badge key={gap} color="orange" text={gapLabel(gap)} />
          ))}
        </Stack>
      )}
      <dl className={styles.list}>
        {useRows(kpi, lineage).map(({ term, value }) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

function useRows({ spec, metadata }: Kpi, lineage: Lineage | undefined): Array<{ term: string; value: ReactNode }> {
  const systemTitle = useTitleOf('SourceSystem');
  const datasetTitle = useTitleOf('Dataset');
  const { system, dataset, datasource } = lineage?.source ?? {};
  const rows: Array<{ term: string; value: ReactNode }> = [
    { term: t('kpis.definition.driver', 'Value driver'), value: spec.valueDriver },
    { term: t('kpis.definition.type', 'Type'), value: spec.type && typeLabel(spec.type) },
    { term: t('kpis.definition.unit', 'Unit'), value: unitLabel(spec.unitOfMeasure?.unit) },
    { term: t('kpis.definition.owner', 'Owner'), value: spec.owner },
    { term: t('kpis.definition.steward', 'Steward'), value: spec.steward },
    { term: t('kpis.definition.source', 'Source'), value: sourceLabel(spec.source?.type ?? 'none') },
  ];
  if (spec.source?.type === 'calculated') {
    rows.push({ term: t('kpis.definition.formula', 'Formula'), value: <code>{spec.source.formula}</code> });
  }
  if (system) {
    rows.push({ term: t('kpis.definition.system', 'Source system'), value: systemTitle(system) });
  }
  if (dataset) {
    rows.push({ term: t('kpis.definition.dataset', 'Dataset'), value: datasetTitle(dataset) });
  }
  if (datasource) {
    rows.push({ term: t('kpis.definition.datasource', 'Data source'), value: datasourceName(datasource) });
  }
  rows.push(
    { term: t('kpis.definition.schedule', 'Schedule'), value: scheduleText(spec) },
    { term: t('kpis.definition.aggregation', 'Aggregation'), value: aggregationText(spec) },
    {
      term: t('kpis.definition.version', 'Version'),
      value:
        metadata.file === undefined
          ? metadata.version
          : t('kpis.definition.from-file', '{{version}}, managed by {{file}}', {
              version: metadata.version,
              file: metadata.file,
            }),
    }
  );
  return rows.map(({ term, value }) => ({ term, value: value ?? ABSENT }));
}

const datasourceName = (uid: string) => getDataSourceSrv().getInstanceSettings(uid)?.name ?? uid;

/** The live operational dashboards behind the number. */
function Links({ dashboards = [] }: { dashboards: Kpi['spec']['dashboards'] }) {
  return dashboards.length === 0 ? null : (
    <Stack direction="column" gap={0.5}>
      {dashboards.map(({ title, url }) => (
        <TextLink key={url} href={url} icon="apps" external={/^https?:/.test(url)}>
          {t('kpis.definition.dashboard', 'Open the live dashboard: {{title}}', { title })}
        </TextLink>
      ))}
    </Stack>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(2),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    p: { margin: 0 },
  }),
  heading: css({ ...theme.typography.h5, margin: 0 }),
  list: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(90px, max-content) minmax(0, 1fr)',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: 0, overflowWrap: 'anywhere' },
    code: { whiteSpace: 'normal' },
  }),
});
