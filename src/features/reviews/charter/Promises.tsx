import { useStyles2 } from '@grafana/ui';
import { type Compliance, type PromiseCompliance } from '../../../api/cadence';
import { useMay } from '../../../api/resources';
import { type GovernanceCharterSpec } from '../../../api/types';
import { AppLink } from '../../../components/AppLink';
import { ABSENT, formatDay, formatPercent } from '../../../components/format';
import { appUrl, scorecardUrl } from '../../../components/links';
import { everyPeriod, formatPeriod } from '../../../components/period';
import { reasonText } from '../../../components/reasonText';
import { tableStyles } from '../../../components/tableStyles';
import { t } from '../../../i18n';
import { classLabel } from '../model/classes';
import { promiseQuery } from '../series/newSeries';

interface Props {
  charter: string;
  spec: GovernanceCharterSpec;
  /** Undefined while it is loaded, and for versions that are not in force. */
  compliance: Compliance | undefined;
  scorecardTitle: (name: string) => string;
  committeeTitle: (name: string) => string;
}

type Kept = Pick<PromiseCompliance, 'promised' | 'held' | 'compliance' | 'reason' | 'periods' | 'next'>;

/** What the charter promises, and beside each promise how it was kept. */
export function Promises({ charter, spec, compliance, scorecardTitle, committeeTitle }: Props) {
  const styles = useStyles2(tableStyles);
  const mayPlan = useMay('ReviewSeries', 'write');
  const promises = spec.reviews ?? [];
  const gone = (committee: string) => {
    const dissolved = spec.committees?.find(({ name }) => name === committee)?.dissolved;
    return dissolved != null && compliance !== undefined && dissolved <= compliance.now.slice(0, 10);
  };
  const planUrl = ({ committee, tier, scorecard, every }: (typeof promises)[number]) =>
    appUrl('reviews/series/new', promiseQuery({ charter, committee, tier, scorecard, every }));
  if (promises.length === 0 && !spec.pivots) {
    return <p>{t('reviews.charter.none', 'The charter promises no reviews yet.')}</p>;
  }
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t('reviews.charter.promises', 'Reviews that are promised')}>
        <thead>
          <tr>
            <th scope="col">{t('reviews.charter.what', 'What')}</th>
            <th scope="col">{t('reviews.column.committee', 'Committee')}</th>
            <th scope="col">{t('reviews.column.tier', 'Tier')}</th>
            <th scope="col">{t('reviews.charter.often', 'How often')}</th>
            <th scope="col">{t('reviews.charter.kept', 'Kept')}</th>
            <th scope="col">{t('reviews.charter.next', 'Next')}</th>
          </tr>
        </thead>
        <tbody>
          {promises.map((promise, index) => (
            <tr key={index}>
              <th scope="row">
                <AppLink to={scorecardUrl(promise.scorecard)}>{scorecardTitle(promise.scorecard)}</AppLink>
              </th>
              <td>{committeeTitle(promise.committee)}</td>
              <td>{classLabel(promise.tier)}</td>
              <td>
                {everyPeriod(promise.every)}
                <div className={styles.muted}>{boundsText(promise.bounds)}</div>
              </td>
              <KeptCells
                kept={compliance?.reviews[index]}
                plan={mayPlan && !gone(promise.committee) ? planUrl(promise) : undefined}
              />
            </tr>
          ))}
          {spec.pivots && (
            <tr>
              <th scope="row">{t('reviews.charter.pivots', 'Does the strategy still hold')}</th>
              <td>{committeeTitle(spec.pivots.committee)}</td>
              <td>{classLabel('strategic')}</td>
              <td>{everyPeriod(spec.pivots.every)}</td>
              <KeptCells kept={compliance?.pivots ?? undefined} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function KeptCells({ kept, plan }: { kept: Kept | undefined; plan?: string }) {
  const styles = useStyles2(tableStyles);
  if (!kept) {
    return (
      <>
        <td>{ABSENT}</td>
        <td>{ABSENT}</td>
      </>
    );
  }
  const gaps = kept.periods.filter(({ held }) => !held).map(({ period }) => period);
  return (
    <>
      <td>
        {kept.compliance === null
          ? kept.reason && reasonText(kept.reason)
          : t('reviews.charter.kept-of', '{{held}} of {{promised}} ({{share}})', {
              held: kept.held,
              promised: kept.promised,
              share: formatPercent(kept.compliance),
            })}
        {gaps.length > 0 && (
          <div className={styles.muted}>
            {t('reviews.charter.gaps', 'not in {{periods}}', { periods: gaps.map(formatPeriod).join(', ') })}
          </div>
        )}
      </td>
      <td className={styles.narrow}>
        {kept.next ? (
          formatDay(kept.next)
        ) : plan ? (
          <AppLink to={plan}>{t('reviews.charter.plan', 'Plan a series')}</AppLink>
        ) : (
          ABSENT
        )}
      </td>
    </>
  );
}

function boundsText(bounds: NonNullable<GovernanceCharterSpec['reviews']>[number]['bounds']): string {
  const { often, seldom } = bounds ?? {};
  if (often && seldom) {
    return t('reviews.charter.bounds', 'between {{often}} and {{seldom}}', {
      often: everyPeriod(often),
      seldom: everyPeriod(seldom),
    });
  }
  if (often) {
    return t('reviews.charter.bound-often', 'at most {{often}}', { often: everyPeriod(often) });
  }
  return seldom ? t('reviews.charter.bound-seldom', 'at least {{seldom}}', { seldom: everyPeriod(seldom) }) : '';
}
