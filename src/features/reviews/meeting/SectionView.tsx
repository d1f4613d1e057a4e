import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type ReportSection } from '../../../api/reports';
import { type Scheme } from '../../../api/types';
import { CommentaryFacts } from '../../../components/commentary/CommentaryPanel';
import { StatusMark } from '../../../components/StatusMark';
import { t } from '../../../i18n';
import { SectionTable } from './SectionTable';

interface Props {
  section: ReportSection;
  scheme: Scheme;
  /** Heading instead of the section's own, such as the unit's where several are compared. */
  heading?: string;
}

/** A section of a frozen report. What is missing in it stands first. */
export function SectionView({ section, scheme, heading = section.title }: Props) {
  const styles = useStyles2(getStyles);
  const { gap, text, tables, commentary } = section;
  return (
    <section aria-label={heading} className={styles.section}>
      <h3 dir="auto" className={styles.title}>
        {heading}
      </h3>
      {gap && <p className={styles.gap}>{t('reviews.section.missing', 'Missing: {{what}}', { what: gap.message })}</p>}
      {text && (
        <p dir="auto" className={styles.text}>
          {text}
        </p>
      )}
      {tables.map((table, index) => (
        <SectionTable key={index} table={table} scheme={scheme} label={table.title ?? heading} />
      ))}
      {commentary.map((entry) => (
        <div key={entry.kpi}>
          <h4 className={styles.entry}>
            <span dir="auto">{entry.title}</span> <StatusMark status={entry.status} scheme={scheme} />
          </h4>
          <CommentaryFacts spec={entry} />
        </div>
      ))}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  title: css({
    ...theme.typography.h4,
    margin: 0,
    paddingTop: theme.spacing(1.5),
    borderTop: `1px solid ${theme.colors.border.weak}`,
  }),
  gap: css({ color: theme.colors.error.text, margin: 0 }),
  text: css({ whiteSpace: 'pre-line', margin: 0, maxWidth: '90ch' }),
  entry: css({ ...theme.typography.h5, margin: 0, display: 'flex', gap: theme.spacing(1) }),
});
