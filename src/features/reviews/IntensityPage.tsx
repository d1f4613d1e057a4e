import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { Alert, Button, Stack, useStyles2 } from '@grafana/ui';
import { type ReactNode, useState } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { type Intensity, useIntensity } from '../../api/intensity';
import { useResource } from '../../api/resources';
import { AppLinkButton } from '../../components/AppLink';
import { ErrorState } from '../../components/ErrorState';
import { formatPercent } from '../../components/format';
import { type Place, scorecardUrl } from '../../components/links';
import { PageSkeleton } from '../../components/PageSkeleton';
import { formatPeriod } from '../../components/period';
import { reasonText } from '../../components/reasonText';
import { UnitPicker } from '../../components/UnitPicker';
import { t } from '../../i18n';
import { CadenceProposals } from './components/CadenceProposals';
import { CourseTable } from './components/CourseTable';
import { DeclaredEvents } from './components/DeclaredEvents';
import { DriversTable, ExcludedList, times } from './components/DriversTable';
import { Gauge } from './components/Gauge';
import { ProposalRecord } from './components/ProposalRecord';
import { moodOfShift, moodOfVolatility, SHIFT, VOLATILITY } from './model/intensity';

/** How many KPIs are shown as what drives the readings, until somebody asks for all. */
const SHOWN_DRIVERS = 5;

/** How lively a scorecard's KPIs are, what was declared, and how often its committees should meet. */
export function IntensityPage() {
  const { scorecard: name = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const scorecard = useResource('Scorecard', name);
  const text = (key: string) => params.get(key) ?? undefined;
  const at: Place = { unit: text('unit'), period: text('period'), asOf: text('asOf'), now: text('now') };
  const { data, error, refetch } = useIntensity(name, at);
  const title = scorecard.data?.spec.title ?? name;
  const showUnit = (unit: string) =>
    setParams((known) => {
      known.set('unit', unit);
      return known;
    });

  return (
    <PluginPage
      pageNav={{
        text: t('reviews.intensity.title', 'Review intensity'),
        parentItem: { text: title, url: scorecardUrl(name, at) },
      }}
      subTitle={t('reviews.intensity.subtitle', 'How often {{title}} should be reviewed, by what its KPIs do.', {
        title,
      })}
      actions={
        <AppLinkButton to={scorecardUrl(name, at)} variant="secondary" size="sm" icon="table">
          {t('reviews.intensity.scorecard', 'Scorecard')}
        </AppLinkButton>
      }
    >
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!data && !error && <PageSkeleton rows={10} />}
      {data && (
        <Stack direction="column" gap={2}>
          <UnitPicker unit={data.unit} top={scorecard.data?.spec.unit} onChange={showUnit} />
          <Readings measured={data} at={{ ...at, scorecard: name, unit: data.unit }} />
        </Stack>
      )}
    </PluginPage>
  );
}

function Readings({ measured, at }: { measured: Intensity; at: Place }) {
  const [all, setAll] = useState(false);
  const { volatility, shiftShare, drivers, kpis } = measured;
  const clock = { asOf: at.asOf, now: at.now };
  const hidden = all ? 0 : Math.max(0, drivers.length - SHOWN_DRIVERS);
  return (
    <Stack direction="column" gap={3}>
      {measured.reason && (
        <Alert severity="info" title={t('reviews.intensity.unmeasured', 'Nothing could be measured')}>
          {reasonText(measured.reason)}
        </Alert>
      )}
      <Section
        title={t('reviews.intensity.readings', 'Readings of {{period}}', { period: formatPeriod(measured.period) })}
      >
        <Stack gap={4} wrap="wrap">
          <Gauge
            title={t('reviews.intensity.volatility', 'Variation now against before')}
            value={volatility}
            max={2.5}
            calm={VOLATILITY.calm}
            lively={VOLATILITY.lively}
            mood={moodOfVolatility(volatility)}
            format={times}
          >
            {t(
              'reviews.intensity.volatility-text',
              'Median over {{kpis}} KPIs of how much they vary now, against the 24 periods before the judged year.',
              { kpis }
            )}
          </Gauge>
          <Gauge
            title={t('reviews.intensity.shift', 'KPIs outside their limits')}
            value={shiftShare}
            max={1}
            lively={SHIFT.lively}
            mood={moodOfShift(shiftShare)}
            format={formatPercent}
          >
            {t(
              'reviews.intensity.shift-text',
              'Share of the KPIs whose newest value lies further from the centre than chance explains.'
            )}
          </Gauge>
        </Stack>
        <CourseTable history={measured.history} />
      </Section>
      <Section title={t('reviews.intensity.proposal', 'Proposed cadence')}>
        <CadenceProposals measured={measured} clock={clock} />
      </Section>
      <Section title={t('reviews.record.title', 'Decisions on the cadence')}>
        <ProposalRecord
          scorecard={measured.scorecard}
          shown={measured.proposals.flatMap(({ decided }) => decided ?? [])}
          clock={clock}
        />
      </Section>
      <Section title={t('reviews.intensity.events', 'Declared events')}>
        <DeclaredEvents events={measured.events} scorecard={measured.scorecard} today={measured.now.slice(0, 10)} />
      </Section>
      {drivers.length > 0 && (
        <Section title={t('reviews.intensity.drivers', 'What drives the readings')}>
          <DriversTable drivers={drivers.slice(0, drivers.length - hidden)} at={at} />
          {hidden > 0 && (
            <div>
              <Button variant="secondary" fill="text" size="sm" onClick={() => setAll(true)}>
                {t('reviews.intensity.all', 'Show {{count}} more', { count: hidden })}
              </Button>
            </div>
          )}
        </Section>
      )}
      <ExcludedList excluded={measured.excluded} />
    </Stack>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles2(getStyles);
  return (
    <section aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      <Stack direction="column" gap={1}>
        {children}
      </Stack>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  heading: css({ ...theme.typography.h4, margin: theme.spacing(0, 0, 1) }),
});
