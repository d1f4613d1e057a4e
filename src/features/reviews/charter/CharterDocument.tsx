import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, useStyles2 } from '@grafana/ui';
import { type ReactNode } from 'react';
import { type Compliance } from '../../../api/cadence';
import { useResources } from '../../../api/resources';
import { type GovernanceCharterSpec } from '../../../api/types';
import { ErrorState } from '../../../components/ErrorState';
import { formatDay, formatInstant, formatPercent } from '../../../components/format';
import { reasonText } from '../../../components/reasonText';
import { t } from '../../../i18n';
import { Committees } from './Committees';
import { Promises } from './Promises';
import { Signatures } from './Signatures';

interface Props {
  name: string;
  spec: GovernanceCharterSpec;
  version: number;
  /** Whether this is the version in force; of others only the text is shown. */
  current: boolean;
  compliance: Compliance | undefined;
  complianceError: Error | null;
  onRetry: () => void;
  /** Where another version is chosen. */
  versions: ReactNode;
}

/** The text of a charter, with what became of its promises beside them, and who agreed to it. */
export function CharterDocument({
  name,
  spec,
  version,
  current,
  compliance,
  complianceError,
  onRetry,
  versions,
}: Props) {
  const styles = useStyles2(getStyles);
  const scorecards = useResources('Scorecard');
  const titleOf = (scorecard: string) =>
    scorecards.data?.find(({ metadata }) => metadata.name === scorecard)?.spec.title ?? scorecard;
  const series = useResources('ReviewSeries');
  const seriesTitle = (one: string) => series.data?.find(({ metadata }) => metadata.name === one)?.spec.title ?? one;
  const committeeTitle = (committee: string) =>
    spec.committees.find((one) => one.name === committee)?.title ?? committee;
  const kept = current ? compliance : undefined;
  return (
    <article className={styles.document} aria-label={spec.title}>
      <header className={styles.paperOnly}>
        <h1>{spec.title}</h1>
        <p>{t('reviews.charter.version-number', 'Version {{version}}', { version })}</p>
      </header>
      <div className={styles.version}>{versions}</div>
      {!current && (
        <Alert
          severity="info"
          title={t('reviews.charter.old', 'This is version {{version}}, which is no longer in force', { version })}
        />
      )}
      {spec.purpose && <p className={styles.purpose}>{spec.purpose}</p>}
      {spec.description && <p>{spec.description}</p>}
      {complianceError && current && (
        <ErrorState
          error={complianceError}
          title={t('reviews.charter.compliance-failed', 'What became of the promises could not be loaded')}
          onRetry={onRetry}
        />
      )}
      {kept && <p className={styles.sum}>{sentence(kept)}</p>}
      <h2>{t('reviews.charter.committees', 'Committees')}</h2>
      <Committees committees={spec.committees} />
      <h2>{t('reviews.charter.promises', 'Reviews that are promised')}</h2>
      <Promises charter={name} spec={spec} compliance={kept} scorecardTitle={titleOf} committeeTitle={committeeTitle} />
      {kept && kept.missed.length > 0 && (
        <>
          <h2>{t('reviews.charter.missed', 'Missed reviews')}</h2>
          <ul>
            {kept.missed.slice(-SHOWN_MISSED).map((missed) => (
              <li key={`${missed.series}/${missed.start}`}>{missedText(missed, seriesTitle(missed.series))}</li>
            ))}
          </ul>
          {kept.missed.length > SHOWN_MISSED && (
            <p>
              {t('reviews.charter.missed-more', 'and {{count}} before these', {
                count: kept.missed.length - SHOWN_MISSED,
              })}
            </p>
          )}
        </>
      )}
      <h2>{t('reviews.charter.followup', 'Follow-up')}</h2>
      <p>{followUp(spec)}</p>
      {current && compliance && (
        <>
          <h2>{t('reviews.charter.signatures', 'Signatures')}</h2>
          <Signatures charter={name} version={version} states={compliance.signatures} committeeTitle={committeeTitle} />
        </>
      )}
    </article>
  );
}

/** How many missed reviews are listed, the latest ones. */
const SHOWN_MISSED = 10;

function sentence({ promised, held, quorate, compliance, reason, from, to }: Compliance): string {
  if (compliance === null) {
    return reason ? reasonText(reason) : '';
  }
  return t(
    'reviews.charter.sum',
    'From {{from}} to {{to}}, {{held}} of {{promised}} promised reviews were held ({{share}}), {{quorate}} of them with their quorum.',
    { from: formatDay(from), to: formatDay(to), held, promised, quorate, share: formatPercent(compliance) }
  );
}

function missedText({ start, escalatedTo, escalatedAt }: Compliance['missed'][number], series: string): string {
  const what = t('reviews.charter.missed-one', '{{series}}, planned for {{start}}', {
    series,
    start: formatInstant(start),
  });
  if (escalatedTo === null || escalatedAt === null) {
    return t('reviews.charter.missed-nobody', '{{what}}: its committee has no chair to tell', { what });
  }
  return t('reviews.charter.missed-told', '{{what}}: {{chair}} was told on {{day}}', {
    what,
    chair: escalatedTo,
    day: formatDay(escalatedAt),
  });
}

function followUp({ followUp: rule }: GovernanceCharterSpec): string {
  return t(
    'reviews.charter.followup-text',
    'Owners are reminded {{remind}} days before an action is due; it escalates {{escalate}} days after. A review that is not held within {{grace}} days counts as missed.',
    {
      remind: rule?.remindBeforeDays ?? 3,
      escalate: rule?.escalateAfterDays ?? 7,
      grace: rule?.reviewGraceDays ?? 7,
    }
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  document: css({
    maxWidth: 960,
    h2: { ...theme.typography.h4, marginTop: theme.spacing(3) },
    ul: { marginLeft: theme.spacing(2) },
    // Printed alone, in a page of its own: black on white whatever the theme.
    '@media print': {
      maxWidth: 'none',
      '&, & *': { color: 'black !important', background: 'none !important', borderColor: '#aaa !important' },
      button: { display: 'none' },
      'tr, li': { breakInside: 'avoid' },
      h2: { breakAfter: 'avoid' },
    },
  }),
  paperOnly: css({ display: 'none', '@media print': { display: 'block' } }),
  version: css({ '@media print': { display: 'none' } }),
  purpose: css({ ...theme.typography.h5, marginTop: theme.spacing(2) }),
  sum: css({ fontWeight: theme.typography.fontWeightMedium }),
});
