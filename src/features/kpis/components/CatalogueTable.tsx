import { Badge, Stack, useStyles2 } from '@grafana/ui';
import { AppLink } from '../../../components/AppLink';
import { ABSENT } from '../../../components/format';
import { kpiUrl } from '../../../components/links';
import { frequencyLabel } from '../../../components/period';
import { t } from '../../../i18n';
import { type CatalogueEntry } from '../model/catalogue';
import { gapLabel, sourceLabel, typeLabel, unitLabel } from '../model/labels';
import { useTitleOf } from '../../../api/titles';
import { tableStyles } from '../../../components/tableStyles';

/** KPIs as a table: what, who, from where, and what is missing. */
export function CatalogueTable({ entries }: { entries: CatalogueEntry[] }) {
  const styles = useStyles2(tableStyles);
  const systemTitle = useTitleOf('SourceSystem');
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t('kpis.list.title', 'KPIs')}>
        <thead>
          <tr>
            <th scope="col">{t('kpis.column.title', 'KPI')}</th>
            <th scope="col">{t('kpis.column.type', 'Type')}</th>
            <th scope="col">{t('kpis.column.unit', 'Unit')}</th>
            <th scope="col">{t('kpis.column.frequency', 'Frequency')}</th>
            <th scope="col">{t('kpis.column.owner', 'Owner')}</th>
            <th scope="col">{t('kpis.column.steward', 'Steward')}</th>
            <th scope="col">{t('kpis.column.source', 'Source')}</th>
            <th scope="col">{t('kpis.column.gaps', 'Gaps')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <CatalogueRow key={entry.kpi.metadata.name} entry={entry} systemTitle={systemTitle} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  entry: CatalogueEntry;
  systemTitle: (name: string) => string;
}

function CatalogueRow({ entry: { kpi, source, system, gaps }, systemTitle }: RowProps) {
  const styles = useStyles2(tableStyles);
  const { title, description, type, unitOfMeasure, frequency, owner, steward } = kpi.spec;
  return (
    <tr>
      <th scope="row">
        <AppLink to={kpiUrl(kpi.metadata.name)} title={description}>
          {title}
        </AppLink>
      </th>
      <td>{typeLabel(type)}</td>
      <td className={styles.narrow}>{unitLabel(unitOfMeasure?.unit)}</td>
      <td>{frequencyLabel(frequency)}</td>
      <td>{owner ?? ABSENT}</td>
      <td>{steward ?? ABSENT}</td>
      <td>
        {sourceLabel(source)}
        {system && <span className={styles.muted}> · {systemTitle(system)}</span>}
      </td>
      <td>
        <Stack gap={0.5} wrap="wrap">
          {gaps.map((gap) => (
            <Badge key={gap} color="orange" text={gapLabel(gap)} />
          ))}
        </Stack>
      </td>
    </tr>
  );
}
