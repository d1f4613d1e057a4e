import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Stack, useStyles2 } from '@grafana/ui';
import { type Snapshot, useReport, useSection } from '../../../api/reports';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorState } from '../../../components/ErrorState';
import { PageSkeleton } from '../../../components/PageSkeleton';
import { Choice } from '../../../components/pickers';
import { t } from '../../../i18n';
import { SectionView } from './SectionView';

interface Props {
  snapshot: Snapshot | null;
  section: string | undefined;
  onSection: (section: string | undefined) => void;
}

/** The same section of every unit, side by side. */
export function CompareTab({ snapshot, section, onSection }: Props) {
  if (!snapshot) {
    return (
      <EmptyState title={t('reviews.compare.none', 'There is nothing to compare yet')}>
        {t(
          'reviews.compare.none-text',
          'Once the report is frozen, the same section of all units stands here side by side.'
        )}
      </EmptyState>
    );
  }
  return <Comparison snapshot={snapshot} section={section} onSection={onSection} />;
}

function Comparison({ snapshot, section, onSection }: Props & { snapshot: Snapshot }) {
  const styles = useStyles2(getStyles);
  const report = useReport(snapshot.review, snapshot.units[0]);
  const sections = report.data?.sections ?? [];
  const shown = section ?? sections[0]?.name;
  const { data, error, refetch } = useSection(snapshot.review, shown);
  const failure = report.error ?? error;
  return (
    <Stack direction="column" gap={2}>
      <div className={styles.choice}>
        <Choice
          label={t('reviews.compare.section', 'Section')}
          placeholder={t('reviews.compare.choose', 'Choose a section')}
          value={shown}
          options={sections.map(({ name, title }) => ({ value: name, label: title }))}
          loading={report.isPending}
          onChange={onSection}
        />
      </div>
      {failure && <ErrorState error={failure} onRetry={refetch} />}
      {!data && !failure && <PageSkeleton rows={8} />}
      {data && report.data && (
        <div className={styles.units}>
          {data.items.map((item) => (
            <SectionView key={item.unit} section={item.section} scheme={report.data.scheme} heading={item.unitTitle} />
          ))}
        </div>
      )}
    </Stack>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  choice: css({ maxWidth: 360 }),
  units: css({
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(420px, 1fr)',
    gap: theme.spacing(3),
    overflowX: 'auto',
  }),
});
