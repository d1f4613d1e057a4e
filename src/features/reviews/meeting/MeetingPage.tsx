import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { Alert, Stack, Tab, TabContent, TabsBar, useStyles2 } from '@grafana/ui';
import { useParams, useSearchParams } from 'react-router-dom';
import { type Snapshot, useSnapshot } from '../../../api/reports';
import { useResource } from '../../../api/resources';
import { type ResourceOf, type ReviewSeriesSpec, type ReviewSpec } from '../../../api/types';
import { AppLinkButton } from '../../../components/AppLink';
import { ErrorState } from '../../../components/ErrorState';
import { formatInstant } from '../../../components/format';
import { facilitateUrl, reviewUrl, seriesUrl } from '../../../components/links';
import { PageSkeleton } from '../../../components/PageSkeleton';
import { formatPeriod } from '../../../components/period';
import { t } from '../../../i18n';
import { reviewTitle } from '../model/reviewTitle';
import { classLabel } from '../model/classes';
import { CompareTab } from './CompareTab';
import { DownloadsTab } from './DownloadsTab';
import { type MeetingState, type MeetingTab, meetingTabs, readState, writeState } from './meetingState';
import { MinutesTab } from './MinutesTab';
import { ReportTab } from './ReportTab';

/** One review: its report before the meeting, units side by side, what came out of it, and files. */
export function MeetingPage() {
  const { name = '' } = useParams();
  const review = useResource('Review', name);
  const series = useResource('ReviewSeries', review.data?.spec.series);
  const snapshot = useSnapshot(name);
  const error = review.error ?? series.error ?? snapshot.error;
  const retry = () => {
    review.refetch();
    series.refetch();
    snapshot.refetch();
  };
  return (
    <PluginPage
      pageNav={{
        text: review.data ? reviewTitle(review.data.spec) : name,
        parentItem: series.data && { text: series.data.spec.title, url: seriesUrl(series.data.metadata.name) },
      }}
      actions={
        review.data && (
          <Stack gap={1}>
            <AppLinkButton to={`${reviewUrl(name)}/edit`} variant="secondary" size="sm" icon="pen">
              {t('reviews.meeting.edit', 'Edit')}
            </AppLinkButton>
            {!review.data.spec.cancelled && (
              <AppLinkButton to={facilitateUrl(name)} variant="primary" size="sm" icon="play">
                {review.data.status?.closed
                  ? t('reviews.meeting.screen', 'Screen of the meeting')
                  : t('reviews.meeting.facilitate', 'Hold the meeting')}
              </AppLinkButton>
            )}
          </Stack>
        )
      }
    >
      {error && <ErrorState error={error} onRetry={retry} />}
      {!error && !(review.data && series.data && snapshot.data !== undefined) && <PageSkeleton rows={10} />}
      {!error && review.data && series.data && snapshot.data !== undefined && (
        <Meeting review={review.data} series={series.data} snapshot={snapshot.data} />
      )}
    </PluginPage>
  );
}

interface Props {
  review: ResourceOf<ReviewSpec>;
  series: ResourceOf<ReviewSeriesSpec>;
  snapshot: Snapshot | null;
}

function Meeting({ review, series, snapshot }: Props) {
  const styles = useStyles2(getStyles);
  const [params, setParams] = useSearchParams();
  const state = readState(params);
  const search = (change: Partial<MeetingState>, base = params) => writeState({ ...readState(base), ...change }, base);
  const update = (change: Partial<MeetingState>) => setParams((now) => search(change, now));
  const { name } = review.metadata;
  return (
    <Stack direction="column" gap={2}>
      <Heading review={review} series={series.spec} snapshot={snapshot} />
      {review.spec.cancelled && (
        <Alert severity="warning" title={t('reviews.meeting.cancelled', 'The review was cancelled')}>
          {review.spec.cancelled}
        </Alert>
      )}
      <TabsBar>
        {meetingTabs.map((tab) => (
          <Tab
            key={tab}
            label={tabLabel(tab)}
            active={tab === state.tab}
            href={`?${search({ tab })}`}
            onChangeTab={(event) => {
              event.preventDefault();
              update({ tab });
            }}
          />
        ))}
      </TabsBar>
      <TabContent className={styles.content}>
        {state.tab === 'report' && (
          <ReportTab
            review={review}
            series={series.spec}
            snapshot={snapshot}
            unit={state.unit}
            onUnit={(unit) => update({ unit })}
          />
        )}
        {state.tab === 'compare' && (
          <CompareTab snapshot={snapshot} section={state.section} onSection={(section) => update({ section })} />
        )}
        {state.tab === 'minutes' && <MinutesTab review={name} />}
        {state.tab === 'downloads' && (
          <DownloadsTab review={name} snapshot={snapshot} batch={state.batch} onBatch={(batch) => update({ batch })} />
        )}
      </TabContent>
    </Stack>
  );
}

function tabLabel(tab: MeetingTab): string {
  switch (tab) {
    case 'report':
      return t('reviews.meeting.report', 'Report');
    case 'compare':
      return t('reviews.meeting.compare', 'Compare units');
    case 'minutes':
      return t('reviews.meeting.minutes', 'Minutes');
    case 'downloads':
      return t('reviews.meeting.downloads', 'Downloads');
  }
}

/** When it is, of which tier, what it is about, and whether its report is frozen. */
function Heading({
  review,
  series,
  snapshot,
}: {
  review: ResourceOf<ReviewSpec>;
  series: ReviewSeriesSpec;
  snapshot: Snapshot | null;
}) {
  const styles = useStyles2(getStyles);
  const period = snapshot?.period ?? (review.spec.period === undefined ? undefined : String(review.spec.period));
  const facts = [
    classLabel(series.tier),
    formatInstant(review.spec.start),
    period && formatPeriod(period),
    snapshot
      ? t('reviews.meeting.frozen', 'report frozen {{at}}', { at: formatInstant(snapshot.frozenAt) })
      : t('reviews.meeting.not-frozen', 'report not frozen yet'),
  ];
  return <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>;
}

const getStyles = (theme: GrafanaTheme2) => ({
  facts: css({ color: theme.colors.text.secondary, margin: 0 }),
  content: css({ paddingTop: theme.spacing(2) }),
});
