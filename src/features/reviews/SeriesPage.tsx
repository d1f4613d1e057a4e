import { PluginPage } from '@grafana/runtime';
import { Alert, Stack, useStyles2 } from '@grafana/ui';
import { useParams, useSearchParams } from 'react-router-dom';
import { type Discipline, type SeriesDiscipline, useSeriesDiscipline } from '../../api/meetings';
import { useMay, useResource } from '../../api/resources';
import { AppLink, AppLinkButton } from '../../components/AppLink';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { ABSENT, formatDay, formatPercent } from '../../components/format';
import { appUrl, reviewUrl, seriesUrl } from '../../components/links';
import { PageSkeleton } from '../../components/PageSkeleton';
import { Sparkline } from '../../components/Sparkline';
import { tableStyles } from '../../components/tableStyles';
import { t } from '../../i18n';
import { ClassBars } from './components/ClassBars';
import { Figures } from './components/Figures';
import { minutesText, seriesFigures } from './components/disciplineFigures';
import { SeriesFacts } from './series/SeriesFacts';

/** How the meetings of a series keep to their plan: where their time went, and how that develops. */
export function SeriesPage() {
  const { name = '' } = useParams();
  const [search] = useSearchParams();
  const clock = { asOf: search.get('asOf') ?? undefined, now: search.get('now') ?? undefined };
  const series = useResource('ReviewSeries', name);
  const { data, error, refetch } = useSeriesDiscipline(name, clock);
  const mayWrite = useMay('Review', 'write');
  const failed = series.error ?? error;
  const retry = () => {
    void series.refetch();
    void refetch();
  };
  return (
    <PluginPage
      pageNav={{ text: series.data?.spec.title ?? name }}
      actions={
        mayWrite && (
          <>
            <AppLinkButton to={appUrl('reviews/items/new', { series: name })} variant="secondary" size="sm">
              {t('reviews.series.item', 'Put something on the agenda')}
            </AppLinkButton>
            <AppLinkButton to={`${seriesUrl(name)}/edit`} variant="secondary" size="sm" icon="pen">
              {t('reviews.series.edit', 'Edit')}
            </AppLinkButton>
            <AppLinkButton to={appUrl('reviews/meetings/new', { series: name })} size="sm" icon="plus">
              {t('reviews.series.new', 'Plan a meeting')}
            </AppLinkButton>
          </>
        )
      }
    >
      {failed && <ErrorState error={failed} onRetry={retry} />}
      {!data && !failed && <PageSkeleton />}
      {data && (
        <Stack direction="column" gap={3}>
          {series.data && <SeriesFacts series={series.data} />}
          <Course discipline={data} />
        </Stack>
      )}
    </PluginPage>
  );
}

function Course({ discipline }: { discipline: SeriesDiscipline }) {
  if (discipline.course.length === 0) {
    return (
      <EmptyState title={t('reviews.series.empty', 'No meeting of this series was held yet')}>
        {t(
          'reviews.series.empty-text',
          'Once meetings are logged in facilitator mode, this page shows where their time went and whether they kept to their plan.'
        )}
      </EmptyState>
    );
  }
  return (
    <Stack direction="column" gap={3}>
      {discipline.driftAlert && (
        <Alert severity="warning" title={t('reviews.series.drift', 'The last two meetings drifted')}>
          {t(
            'reviews.series.drift-text',
            'More than {{limit}} of their time went to operational matters. {{chair}} is told.',
            {
              limit: formatPercent(discipline.driftLimit),
              chair: discipline.chair ?? t('reviews.series.chair', 'The chair'),
            }
          )}
        </Alert>
      )}
      <Figures figures={seriesFigures(discipline)} />
      <ClassBars meetings={discipline.course.slice(-8)} />
      <MeetingsTable meetings={discipline.course} />
    </Stack>
  );
}

function MeetingsTable({ meetings }: { meetings: Discipline[] }) {
  const styles = useStyles2(tableStyles);
  const label = t('reviews.series.meetings', 'Meetings');
  const percent = (value: number | null) => (value === null ? ABSENT : formatPercent(value));
  const late = (value: number | null) => (value === null ? ABSENT : minutesText(value));
  const course = (value: (meeting: Discipline) => number | null) =>
    meetings.map((meeting) => ({ period: meeting.start.slice(0, 10), value: value(meeting) }));
  const columns: Array<[string, (m: Discipline) => number | null, (value: number | null) => string]> = [
    [t('reviews.discipline.adherence', 'Agenda kept'), ({ adherence }) => adherence, percent],
    [t('reviews.discipline.drift', 'Drift'), ({ drift }) => drift, percent],
    [t('reviews.discipline.attendance', 'Attendance'), ({ attendance }) => attendance, percent],
    [t('reviews.discipline.late', 'Late'), ({ lateMinutes }) => lateMinutes, late],
  ];
  return (
    <section aria-label={label}>
      <h2>{label}</h2>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{t('reviews.series.meeting', 'Meeting')}</th>
              {columns.map(([title, value, format]) => (
                <th key={title} scope="col" className={styles.number}>
                  {title} {meetings.length > 1 && <Sparkline points={course(value)} label={title} format={format} />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...meetings].reverse().map((meeting) => (
              <tr key={meeting.review}>
                <th scope="row">
                  <AppLink to={reviewUrl(meeting.review)}>{formatDay(meeting.start)}</AppLink>
                </th>
                {columns.map(([title, value, format]) => (
                  <td key={title} className={styles.number}>
                    {format(value(meeting))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
