import { Button, InlineSwitch, Stack, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { useObservations } from '../../../api/measurement';
import { type Observation } from '../../../api/types';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorState } from '../../../components/ErrorState';
import { ABSENT, formatInstant } from '../../../components/format';
import { type Place } from '../../../components/links';
import { PageSkeleton } from '../../../components/PageSkeleton';
import { formatPeriod } from '../../../components/period';
import { t } from '../../../i18n';
import { type Format } from '../useFormats';
import { useTitleOf } from '../../../api/titles';
import { Origin, outcomeText } from './Origin';
import { tableStyles } from '../../../components/tableStyles';

interface Props {
  kpi: string;
  at: Place;
  /** Id of the shown period, no finer than the KPI's frequency. */
  period: string;
  format: Format;
}

const FIRST = 50;
/** The most that one call gives. */
const MOST = 1000;

/** Every revision of every value with where it came from, newest first. */
export function ObservationsTable({ kpi, at, period, format }: Props) {
  const styles = useStyles2(tableStyles);
  const [onlyUnit, setOnlyUnit] = useState(false);
  const [onlyPeriod, setOnlyPeriod] = useState(true);
  const [limit, setLimit] = useState(FIRST);
  const unitTitle = useTitleOf('OrgUnit');
  const { data, error, refetch } = useObservations(kpi, {
    unit: onlyUnit ? at.unit : undefined,
    period: onlyPeriod ? period : undefined,
    asOf: at.asOf,
    now: at.now,
    limit,
  });

  return (
    <Stack direction="column" gap={1}>
      <Stack gap={1} wrap="wrap">
        <InlineSwitch
          showLabel
          label={t('kpis.provenance.only-period', 'Only {{period}}', { period: formatPeriod(period) })}
          value={onlyPeriod}
          onChange={({ currentTarget }) => setOnlyPeriod(currentTarget.checked)}
        />
        <InlineSwitch
          showLabel
          label={t('kpis.provenance.only-unit', 'Only {{unit}}', { unit: unitTitle(at.unit ?? '') })}
          value={onlyUnit}
          onChange={({ currentTarget }) => setOnlyUnit(currentTarget.checked)}
        />
      </Stack>
      {error && !data && <ErrorState error={error} onRetry={refetch} />}
      {!data && !error && <PageSkeleton rows={6} />}
      {data?.items.length === 0 && (
        <EmptyState title={t('kpis.provenance.empty', 'Nothing has been recorded here')}>
          {t(
            'kpis.provenance.empty-text',
            'A value of this unit and period may come from other units, periods or KPIs: “Why this value?” shows which.'
          )}
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table} aria-label={t('kpis.provenance.label', 'Recorded values')}>
            <thead>
              <tr>
                <th scope="col">{t('kpis.provenance.period', 'Period')}</th>
                <th scope="col">{t('kpis.provenance.unit', 'Unit')}</th>
                <th scope="col" className={styles.number}>
                  {t('kpis.provenance.value', 'Value')}
                </th>
                <th scope="col">{t('kpis.provenance.recorded', 'Recorded')}</th>
                <th scope="col">{t('kpis.provenance.by', 'By')}</th>
                <th scope="col">{t('kpis.provenance.from', 'From')}</th>
                <th scope="col">{t('kpis.provenance.digest', 'Query')}</th>
                <th scope="col">{t('kpis.provenance.outcome', 'Validation')}</th>
                <th scope="col">{t('kpis.provenance.note', 'Note')}</th>
              </tr>
            </thead>
            <tbody>
              {withStanding(data.items).map(({ observation, replaced }, index) => (
                <ObservationRow
                  key={index}
                  observation={observation}
                  replaced={replaced}
                  unitTitle={unitTitle}
                  format={format}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {data?.next && limit < MOST && (
        <div>
          <Button variant="secondary" onClick={() => setLimit(Math.min(MOST, limit * 4))}>
            {t('kpis.provenance.more', 'Show older ones')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

interface RowProps {
  observation: Observation;
  replaced: boolean;
  unitTitle: (name: string) => string;
  format: Format;
}

function ObservationRow({ observation, replaced, unitTitle, format }: RowProps) {
  const styles = useStyles2(tableStyles);
  const { source } = observation;
  const value = format(observation.value);
  return (
    <tr className={replaced ? styles.muted : undefined}>
      <th scope="row">{formatPeriod(observation.period)}</th>
      <td>{unitTitle(observation.unit)}</td>
      <td className={styles.number}>{replaced ? <s>{value}</s> : value}</td>
      <td>
        {formatInstant(observation.collectedAt)} {replaced && t('kpis.provenance.replaced', '(replaced)')}
      </td>
      <td>{observation.recordedBy}</td>
      <td>
        <Origin source={source} />
      </td>
      <td>{source.queryDigest ? <code title={source.queryDigest}>{source.queryDigest.slice(0, 8)}</code> : ABSENT}</td>
      <td>{outcomeText(observation.outcome)}</td>
      <td>{observation.note ?? ABSENT}</td>
    </tr>
  );
}

/** Of a list with the newest first: the first of each cell stands, later ones were replaced by it. */
export function withStanding(observations: Observation[]): Array<{ observation: Observation; replaced: boolean }> {
  const seen = new Set<string>();
  return observations.map((observation) => {
    const cell = `${observation.unit} ${observation.period}`;
    const replaced = seen.has(cell);
    seen.add(cell);
    return { observation, replaced };
  });
}
