import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, Stack, useStyles2 } from '@grafana/ui';
import { type Report, type Snapshot } from '../../../api/reports';
import { formatInstant, formatPercent } from '../../../components/format';
import { formatPeriod } from '../../../components/period';
import { t } from '../../../i18n';
import { PrematureList } from './PrematureList';
import { SectionView } from './SectionView';

/** A unit's report as it was frozen; it stays so whatever is restated. */
export function FrozenReport({ report, snapshot }: { report: Report; snapshot: Snapshot }) {
  const styles = useStyles2(getStyles);
  return (
    <article aria-label={`${report.title}, ${report.unitTitle}`} className={styles.report}>
      <h2 className={styles.title}>
        {report.unitTitle} · {formatPeriod(report.period)}
      </h2>
      <Provenance snapshot={snapshot} />
      {report.premature.length > 0 && (
        <Alert severity="warning" title={t('reviews.report.premature', 'Frozen on values that were not final')}>
          <Stack direction="column" gap={1}>
            {report.prematureReason && <span>{report.prematureReason}</span>}
            <PrematureList values={report.premature} />
          </Stack>
        </Alert>
      )}
      {report.sections.map((section) => (
        <SectionView key={section.name} section={section} scheme={report.scheme} />
      ))}
    </article>
  );
}

function Provenance({ snapshot }: { snapshot: Snapshot }) {
  const styles = useStyles2(getStyles);
  const { frozenBy, asOf, dataVersion, preparationMinutes, comparability, hash } = snapshot;
  const facts = [
    t('reviews.report.frozen-by', 'Frozen by {{by}} with what was known {{at}} (version {{version}})', {
      by: frozenBy,
      at: formatInstant(asOf),
      version: dataVersion,
    }),
    preparationMinutes === null
      ? t('reviews.report.no-preparation', 'preparation not measured')
      : t('reviews.report.preparation', '{{minutes}} min of preparation', { minutes: Math.round(preparationMinutes) }),
    comparability !== null &&
      t('reviews.report.comparability', '{{share}} of the sections filled alike in all units', {
        share: formatPercent(comparability),
      }),
    `SHA-256 ${hash.slice(0, 12)}…`,
  ];
  return <p className={styles.muted}>{facts.filter(Boolean).join(' · ')}</p>;
}

const getStyles = (theme: GrafanaTheme2) => ({
  report: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2) }),
  title: css({ ...theme.typography.h3, margin: 0 }),
  muted: css({ color: theme.colors.text.secondary, margin: 0 }),
});
