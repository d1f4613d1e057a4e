import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { Fragment, type ReactNode } from 'react';
import { type ReviewSeriesStatus } from '../../../api/cadence';
import { useResources } from '../../../api/resources';
import { type ResourceOf, type ReviewSeriesSpec } from '../../../api/types';
import { AppLink } from '../../../components/AppLink';
import { ABSENT } from '../../../components/format';
import { charterUrl, reviewUrl, scorecardUrl } from '../../../components/links';
import { formatPeriod } from '../../../components/period';
import { t } from '../../../i18n';
import { classLabel } from '../model/classes';
import { useCommitteeTitle } from '../model/committees';
import { meetingTime } from '../model/seriesChange';
import { ruleText } from './rule';

/** What a series is: who meets on what, how often, and when next. */
export function SeriesFacts({ series: { spec, status } }: { series: ResourceOf<ReviewSeriesSpec> }) {
  const styles = useStyles2(getStyles);
  const scorecards = useResources('Scorecard');
  const committeeTitle = useCommitteeTitle();
  const { recurrence } = spec;
  const next = (status as ReviewSeriesStatus | undefined)?.next;
  const facts: Array<[string, ReactNode]> = [
    [t('reviews.facts.often', 'Meets'), `${ruleText(recurrence.rrule)}, ${timeOfDay(recurrence)}`],
    [t('reviews.facts.next', 'Next'), next ? <Next next={next} timeZone={recurrence.timeZone} /> : ABSENT],
    [t('reviews.column.tier', 'Tier'), classLabel(spec.tier)],
    [
      t('reviews.column.committee', 'Committee'),
      spec.charter && spec.committee ? (
        <AppLink to={charterUrl(spec.charter)}>{committeeTitle(spec.charter, spec.committee)}</AppLink>
      ) : (
        ABSENT
      ),
    ],
    [
      t('reviews.panel.scorecards', 'Scorecards'),
      spec.scorecards.map((name, index) => (
        <Fragment key={name}>
          {index > 0 && ', '}
          <AppLink to={scorecardUrl(name)}>
            {scorecards.data?.find(({ metadata }) => metadata.name === name)?.spec.title ?? name}
          </AppLink>
        </Fragment>
      )),
    ],
    ...(recurrence.earlier ?? []).map(({ rrule, until, timeZone }): [string, ReactNode] => [
      t('reviews.facts.until', 'Until {{day}}', { day: formatPeriod(until) }),
      [ruleText(rrule), timeZone].filter(Boolean).join(', '),
    ]),
  ];
  return (
    <dl className={styles} aria-label={t('reviews.facts.title', 'About the series')}>
      {facts.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Next({ next, timeZone }: { next: NonNullable<ReviewSeriesStatus['next']>; timeZone: string }) {
  const at = meetingTime(next.start, timeZone);
  return (
    <>
      {next.review ? <AppLink to={reviewUrl(next.review)}>{at}</AppLink> : at}
      {next.period && ` – ${formatPeriod(next.period)}`}
    </>
  );
}

/** When on its day a meeting begins, and in which zone. */
function timeOfDay({ start, timeZone }: ReviewSeriesSpec['recurrence']): string {
  return `${start.slice(11, 16)} (${timeZone})`;
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: 0 },
  });
