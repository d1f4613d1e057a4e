import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { Stack, useStyles2 } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { type Occurrence, type ReviewCalendar, useReviewCalendar } from '../../api/cadence';
import { useMay, useResources } from '../../api/resources';
import { type GovernanceCharterSpec, type ResourceOf, type ReviewSeriesSpec } from '../../api/types';
import { AppLink, AppLinkButton } from '../../components/AppLink';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { appUrl, charterUrl, intensityUrl, templateUrl } from '../../components/links';
import { PageSkeleton } from '../../components/PageSkeleton';
import { t } from '../../i18n';
import { ConflictList } from './year/ConflictList';
import { filtered, yearRange } from './year/lanes';
import { OccurrencePanel } from './year/OccurrencePanel';
import { keyOf, useYearUrl } from './year/urlState';
import { YearFilters } from './year/YearFilters';
import { YearLanes } from './year/YearLanes';
import { YearTable } from './year/YearTable';

/** The year of reviews: what was held, what comes, and where plans get in each other's way. */
export function YearPage() {
  const [state, update] = useYearUrl();
  const [opened] = useState(() => Date.now());
  const year = state.year ?? new Date(state.now ?? opened).getFullYear();
  const range = useMemo(() => yearRange(year), [year]);
  const calendar = useReviewCalendar({ ...range, now: state.now });
  const series = useResources('ReviewSeries');
  const scorecards = useResources('Scorecard');
  const charters = useResources('GovernanceCharter');
  const mayPlan = useMay('ReviewSeries', 'write');
  const error = calendar.error ?? series.error;
  const ready = calendar.data !== undefined && series.data !== undefined;

  const reviewed = new Set(series.data?.flatMap(({ spec }) => spec.scorecards));
  const choices = (scorecards.data ?? [])
    .filter(({ metadata }) => reviewed.has(metadata.name))
    .map(({ metadata, spec }) => ({ value: metadata.name, label: spec.title }));

  return (
    <PluginPage
      pageNav={{ text: t('reviews.year.title', 'Reviews'), url: appUrl('reviews') }}
      actions={
        <Stack gap={1}>
          <AppLinkButton to={templateUrl()} variant="secondary" icon="document-info" size="sm">
            {t('reviews.templates.title', 'Report templates')}
          </AppLinkButton>
          {mayPlan && (
            <AppLinkButton to={appUrl('reviews/series/new')} icon="plus" size="sm">
              {t('reviews.year.new-series', 'New series')}
            </AppLinkButton>
          )}
        </Stack>
      }
    >
      {error && !ready && (
        <ErrorState
          error={error}
          onRetry={() => {
            void calendar.refetch();
            void series.refetch();
          }}
        />
      )}
      {!ready && !error && <PageSkeleton />}
      {ready && series.data?.length === 0 && <NoSeries mayPlan={mayPlan} />}
      {ready && series.data && series.data.length > 0 && (
        <Stack direction="column" gap={2}>
          <YearFilters state={state} year={year} scorecards={choices} onChange={update} />
          <Charters charters={charters.data ?? []} />
          <Intensities scorecards={choices} />
          <Year
            calendar={calendar.data}
            series={series.data}
            year={year}
            shown={filtered(calendar.data, state)}
            selected={state.occurrence}
            onSelect={(occurrence) => update({ occurrence: occurrence && keyOf(occurrence) }, { replace: true })}
          />
        </Stack>
      )}
    </PluginPage>
  );
}

function NoSeries({ mayPlan }: { mayPlan: boolean }) {
  return (
    <EmptyState
      title={t('reviews.year.empty', 'No review recurs yet')}
      action={
        mayPlan && (
          <AppLinkButton to={appUrl('reviews/charters/new')}>
            {t('reviews.year.first', 'Begin with a charter')}
          </AppLinkButton>
        )
      }
    >
      {t(
        'reviews.year.empty-text',
        'A charter says which committee reviews which scorecards, and how often; a series of reviews says when, with what agenda. Here you will see their year: what comes, what was held, and what gets in the way.'
      )}
    </EmptyState>
  );
}

/** The charters by which reviews are promised. */
function Charters({ charters }: { charters: Array<ResourceOf<GovernanceCharterSpec>> }) {
  const mayWrite = useMay('GovernanceCharter', 'write');
  return (
    <Stack gap={2} wrap="wrap">
      <span>{t('reviews.year.charters', 'Charters:')}</span>
      {charters.map(({ metadata, spec }) => (
        <AppLink key={metadata.name} to={charterUrl(metadata.name)}>
          {spec.title}
        </AppLink>
      ))}
      {mayWrite && (
        <AppLink to={appUrl('reviews/charters/new')}>{t('reviews.year.new-charter', 'Write a charter')}</AppLink>
      )}
    </Stack>
  );
}

/** How often the reviewed scorecards should be reviewed, by what their KPIs do. */
function Intensities({ scorecards }: { scorecards: Array<{ value: string; label: string }> }) {
  return (
    <Stack gap={2} wrap="wrap">
      <span>{t('reviews.year.intensity', 'Review intensity:')}</span>
      {scorecards.map(({ value, label }) => (
        <AppLink key={value} to={intensityUrl(value)}>
          {label}
        </AppLink>
      ))}
    </Stack>
  );
}

interface YearProps {
  calendar: ReviewCalendar;
  series: Array<ResourceOf<ReviewSeriesSpec>>;
  year: number;
  shown: ReturnType<typeof filtered>;
  selected?: string;
  onSelect: (occurrence: Occurrence | undefined) => void;
}

function Year({ calendar, series, year, shown, selected, onSelect }: YearProps) {
  const styles = useStyles2(getStyles);
  const mayWrite = useMay('Review', 'write');
  const specs = useMemo(() => new Map(series.map(({ metadata, spec }) => [metadata.name, spec])), [series]);
  const open = calendar.items.find((one) => keyOf(one) === selected);
  const zoneOf = (name: string) => specs.get(name)?.recurrence.timeZone ?? 'UTC';
  if (shown.items.length === 0) {
    return (
      <EmptyState title={t('reviews.year.none', 'No review is planned in this year')}>
        {t('reviews.year.none-text', 'Choose another year, or take the filters away.')}
      </EmptyState>
    );
  }
  return (
    <div className={open ? styles.withPanel : undefined}>
      <div className={styles.year}>
        <YearLanes
          year={year}
          range={calendar}
          now={calendar.now}
          occurrences={shown.items}
          dataCloses={shown.dataCloses}
          holidays={calendar.holidays}
          titleOf={(name) => specs.get(name)?.title ?? name}
          selected={selected}
          onSelect={onSelect}
        />
        <ConflictList occurrences={shown.items} now={calendar.now} onSelect={onSelect} />
        <YearTable occurrences={shown.items} onSelect={onSelect} />
      </div>
      {open && (
        <OccurrencePanel
          occurrence={open}
          timeZone={zoneOf(open.series)}
          mayWrite={mayWrite}
          onClose={() => onSelect(undefined)}
        />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  withPanel: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 340px',
    gap: theme.spacing(2),
    alignItems: 'start',
    [theme.breakpoints.down('md')]: { gridTemplateColumns: '1fr' },
  }),
  year: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), minWidth: 0, overflowX: 'auto' }),
});
