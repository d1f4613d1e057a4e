import { Alert, Button, Field, Stack, TextArea } from '@grafana/ui';
import { useState } from 'react';
import { type Snapshot, useFreeze, useFreezeTrial } from '../../../api/reports';
import { type ReviewSeriesSpec } from '../../../api/types';
import { ErrorState } from '../../../components/ErrorState';
import { PageSkeleton } from '../../../components/PageSkeleton';
import { formatPeriod } from '../../../components/period';
import { t } from '../../../i18n';
import { ExplainOffTrack } from './ExplainOffTrack';
import { PrematureList } from './PrematureList';
import { UnitChoice } from './UnitChoice';

interface Props {
  review: string;
  series: ReviewSeriesSpec;
  unit: string | undefined;
  onUnit: (unit: string | undefined) => void;
}

/** What freezing would keep, the values that are not final, what is still to be explained, and the freeze itself. */
export function BeforeFreeze({ review, series, unit, onUnit }: Props) {
  const { data, error, refetch } = useFreezeTrial(review, true);
  if (error) {
    return (
      <ErrorState
        error={error}
        title={t('reviews.freeze.impossible', 'The report can’t be frozen')}
        onRetry={refetch}
      />
    );
  }
  if (!data) {
    return <PageSkeleton rows={6} />;
  }
  const shown = unit && data.units.includes(unit) ? unit : data.units[0];
  return (
    <Stack direction="column" gap={3}>
      <FreezePanel trial={data} />
      <UnitChoice units={data.units} unit={shown} onUnit={onUnit} />
      <ExplainOffTrack review={review} scorecards={series.scorecards} unit={shown} period={data.period} />
    </Stack>
  );
}

/** Freezes the report; on premature data only with a reason. */
function FreezePanel({ trial }: { trial: Snapshot }) {
  const freeze = useFreeze(trial.review);
  const [reason, setReason] = useState('');
  const premature = trial.premature.length > 0;
  const missing = premature && reason.trim() === '';
  return (
    <section aria-label={t('reviews.freeze.title', 'Freeze the report')}>
      <Stack direction="column" gap={2}>
        <p>
          {t('reviews.freeze.text', '', {
            count: trial.units.length,
            period: formatPeriod(trial.period),
            defaultValue_one:
              'Freezing keeps the report of {{count}} unit for {{period}} as it is now, for ever. Later corrections don’t change it.',
            defaultValue_other:
              'Freezing keeps the report of {{count}} units for {{period}} as it is now, for ever. Later corrections don’t change it.',
          })}
        </p>
        {premature && (
          <Alert severity="warning" title={t('reviews.freeze.premature', 'Not all values are final')}>
            <PrematureList values={trial.premature} />
          </Alert>
        )}
        {premature && (
          <Field
            noMargin
            htmlFor="freeze-reason"
            label={t('reviews.freeze.reason', 'Why it is frozen all the same')}
            description={t('reviews.freeze.reason-text', 'Stands on the report, with the values named.')}
          >
            <TextArea
              id="freeze-reason"
              rows={2}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
          </Field>
        )}
        {freeze.error && (
          <ErrorState error={freeze.error} title={t('reviews.freeze.refused', 'The report was not frozen')} />
        )}
        <div>
          <Button
            icon="lock"
            disabled={missing || freeze.isPending}
            onClick={() => freeze.mutate(premature ? { premature: reason.trim() } : {})}
          >
            {freeze.isPending ? t('reviews.freeze.pending', 'Freezing…') : t('reviews.freeze.do', 'Freeze the report')}
          </Button>
        </div>
      </Stack>
    </section>
  );
}
