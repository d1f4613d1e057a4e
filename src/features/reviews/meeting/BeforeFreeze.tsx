import { Alert, Button, Stack } from '@grafana/ui';
import { FormProvider, useForm } from 'react-hook-form';
import { z } from 'zod';
import { type FreezeRequest, type Snapshot, useFreeze, useFreezeTrial } from '../../../api/reports';
import { type ReviewSeriesSpec } from '../../../api/types';
import { ErrorState } from '../../../components/ErrorState';
import { contractResolver } from '../../../components/form/contractResolver';
import { TextField } from '../../../components/form/fields';
import { keepFocus } from '../../../components/form/keepFocus';
import { useSubmitForm } from '../../../components/form/useSubmitForm';
import { PageSkeleton } from '../../../components/PageSkeleton';
import { formatPeriod } from '../../../components/period';
import { freezeRequest } from '../../../contract';
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

/** Premature values are frozen for a reason only. */
const explained = z.object({ premature: freezeRequest.shape.premature.unwrap() });

/** Freezes the report; on premature data only with a reason. */
function FreezePanel({ trial }: { trial: Snapshot }) {
  const freeze = useFreeze(trial.review);
  const premature = trial.premature.length > 0;
  const form = useForm<Pick<FreezeRequest, 'premature'>>({
    resolver: contractResolver(premature ? explained : z.object({})),
    mode: 'onTouched',
    shouldFocusError: false,
  });
  const { submit, sending, refusal, fields } = useSubmitForm<Pick<FreezeRequest, 'premature'>, Snapshot>({
    form,
    fieldOf: ({ path }) => (premature && path === '/premature' ? 'premature' : undefined),
  });
  return (
    <FormProvider {...form}>
      <form
        ref={fields}
        noValidate
        aria-label={t('reviews.freeze.title', 'Freeze the report')}
        onSubmit={(event) => {
          event.preventDefault();
          void submit(() => freeze.mutateAsync(premature ? { premature: form.getValues('premature')?.trim() } : {}));
        }}
      >
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
            <TextField
              name="premature"
              label={t('reviews.freeze.reason', 'Why it is frozen all the same')}
              description={t('reviews.freeze.reason-text', 'Stands on the report, with the values named.')}
              multiline
              required
            />
          )}
          {refusal && <ErrorState error={refusal} title={t('reviews.freeze.refused', 'The report was not frozen')} />}
          <div>
            <Button icon="lock" type="submit" onMouseDown={keepFocus} disabled={sending}>
              {sending ? t('reviews.freeze.pending', 'Freezing…') : t('reviews.freeze.do', 'Freeze the report')}
            </Button>
          </div>
        </Stack>
      </form>
    </FormProvider>
  );
}
