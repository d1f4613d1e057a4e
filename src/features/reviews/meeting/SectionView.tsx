import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type ReportSection } from '../../../api/reports';
import { type Scheme } from '../../../api/types';
import { AppLink } from '../../../components/AppLink';
import { CommentaryFacts } from '../../../components/commentary/CommentaryPanel';
import { type Place, scorecardUrl, strategyUrl } from '../../../components/links';
import { reasonText } from '../../../components/reasonText';
import { StatusMark } from '../../../components/StatusMark';
import { t } from '../../../i18n';
import { notesOf, reportHeading } from './reportWords';
import { SectionTable } from './SectionTable';

interface Props {
  section: ReportSection;
  scheme: Scheme;
  /** Heading instead of the section's own, such as the unit's where several are compared. */
  heading?: string;
}

/** A section of a frozen report. What is missing in it stands first. */
export function SectionView({ section, scheme, heading = reportHeading(section.title) }: Props) {
  const styles = useStyles2(getStyles);
  const { gap, said, tables, commentary } = section;
  const notes = notesOf(section);
  const text = said ? reasonText(said) : section.text;
  return (
    <section aria-label={heading} className={styles.section}>
      <h3 dir="auto" className={styles.title}>
        {heading}
      </h3>
      {gap && (
        <p className={styles.gap}>{t('reviews.section.missing', 'Missing: {{what}}', { what: reasonText(gap) })}</p>
      )}
      {text && (
        <p dir="auto" className={styles.text}>
          {text}
        </p>
      )}
      <Sources section={section} />
      {tables.map((table, index) => (
        <SectionTable key={index} table={table} scheme={scheme} label={table.title ?? heading} notes={notes} />
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

/** Ways to the pages that show the same, as it was known then. */
function Sources({ section: { maps, views } }: { section: ReportSection }) {
  const links = [
    ...maps.map(({ strategy, title, scorecard, unit, period, asOf, now }) => ({
      to: strategyUrl(strategy, placeOf(scorecard, unit, period.id, asOf, now)),
      text: t('reviews.section.map', 'Open the map as it was: {{title}}', { title }),
    })),
    ...views.map(({ scorecard, node, unit, period, asOf, now }) => ({
      to: scorecardUrl(scorecard, placeOf(scorecard, unit, period.id, asOf, now)),
      text: t('reviews.section.scorecard', 'Open the scorecard as it was: {{title}}', { title: node.title }),
    })),
  ];
  return (
    <>
      {links.map(({ to, text }) => (
        <div key={to}>
          <AppLink to={to}>{text}</AppLink>
        </div>
      ))}
    </>
  );
}

const placeOf = (scorecard: string, unit: string, period: string, asOf: string | null, now: string): Place => ({
  scorecard,
  unit,
  period,
  asOf: asOf ?? undefined,
  now,
});

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
