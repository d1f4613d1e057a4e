import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, Stack, useStyles2 } from '@grafana/ui';
import { type FieldErrors, FormProvider, type Resolver, set, useForm } from 'react-hook-form';
import { type CadenceStep, type Intensity } from '../../../api/intensity';
import { type Clock } from '../../../api/measurement';
import { saveResource, useMay } from '../../../api/resources';
import { type CadenceProposalSpec } from '../../../api/types';
import { type Draft } from '../../../components/editor/document';
import { Problems } from '../../../components/editor/Problems';
import { draftResolver } from '../../../components/editor/useDraftForm';
import { useSaveForm } from '../../../components/editor/useSaveForm';
import { FieldNamesProvider } from '../../../components/form/fieldNames';
import { TextField } from '../../../components/form/fields';
import { keepFocus } from '../../../components/form/keepFocus';
import { formatDay, formatInstant } from '../../../components/format';
import { everyPeriod } from '../../../components/period';
import { reasonText } from '../../../components/reasonText';
import { t } from '../../../i18n';
import { moodOfShift, moodOfVolatility, newDecision } from '../model/intensity';
import { DecidedProposal } from './DecidedProposal';

/** A step of cadence for each committee that reviews the scorecard: why, when the reviews would be, and what it decides. */
export function CadenceProposals({ measured, clock }: { measured: Intensity; clock: Clock }) {
  if (measured.proposals.length === 0) {
    return (
      <p>
        {measured.volatility === null
          ? t('reviews.proposal.unmeasured', 'Without a reading and without a declared event nothing is proposed.')
          : isLively(measured)
            ? t(
                'reviews.proposal.once',
                'Lively, but not for two periods in a row, or no charter promises a review of this scorecard: no other cadence is proposed.'
              )
            : t('reviews.proposal.none', 'The reviews come as often as they should.')}
      </p>
    );
  }
  return (
    <Stack direction="column" gap={2}>
      {measured.proposals.map((step) => (
        <Proposal
          key={`${step.charter} ${step.committee} ${step.tier}`}
          step={step}
          measured={measured}
          clock={clock}
        />
      ))}
    </Stack>
  );
}

const isLively = ({ volatility, shiftShare }: Intensity) =>
  moodOfVolatility(volatility) === 'lively' || moodOfShift(shiftShare) === 'lively';

function Proposal({ step, measured, clock }: { step: CadenceStep; measured: Intensity; clock: Clock }) {
  const styles = useStyles2(getStyles);
  const mayWrite = useMay('CadenceProposal', 'write');
  const title = t('reviews.proposal.title', '{{committee}}: {{to}} instead of {{from}}', {
    committee: step.committeeTitle,
    to: everyPeriod(step.to),
    from: everyPeriod(step.from),
  });
  return (
    <section className={styles.card} aria-label={title}>
      <h3 className={styles.title}>
        {step.direction === 'up' ? '▲' : '▼'} {title}
      </h3>
      <p>{step.said.map(reasonText).join(' ')}</p>
      {step.blocked && !step.decided && (
        <Alert severity="info" title={t('reviews.proposal.blocked', 'This step may not be taken')}>
          {reasonText(step.blocked)}
        </Alert>
      )}
      <ResultingCalendar step={step} />
      {step.decided && <DecidedProposal name={step.decided} clock={clock} />}
      {step.decided && step.blocked && <p className={styles.muted}>{reasonText(step.blocked)}</p>}
      {!step.decided && !step.blocked && mayWrite && <DecisionFields step={step} measured={measured} />}
    </section>
  );
}

function ResultingCalendar({ step: { calendar, series } }: { step: CadenceStep }) {
  const styles = useStyles2(getStyles);
  if (!series) {
    return (
      <p className={styles.muted}>
        {t(
          'reviews.proposal.no-series',
          'No series of reviews keeps this promise of the charter, so no dates can be shown.'
        )}
      </p>
    );
  }
  return (
    <details>
      <summary>
        {t('reviews.proposal.calendar', '', {
          count: calendar.length,
          first: calendar[0] ? formatDay(calendar[0]) : '–',
          defaultValue_one: '{{count}} review in the next year, the first on {{first}}',
          defaultValue_other: '{{count}} reviews in the next year, the first on {{first}}',
        })}
      </summary>
      <ol className={styles.dates}>
        {calendar.map((start) => (
          <li key={start}>{formatInstant(start)}</li>
        ))}
      </ol>
    </details>
  );
}

type Decision = NonNullable<CadenceProposalSpec['decision']>;

const REASON = 'spec.decision.reason';

const byContract = draftResolver('CadenceProposal');

/** Wants a reason for a rejection, too. */
const decisionResolver: Resolver<Draft> = async (draft, context, options) => {
  const judged = await byContract(draft, context, options);
  const { outcome, reason = '' } = draft.spec.decision as Decision;
  if (outcome !== 'rejected' || reason.trim() !== '') {
    return judged;
  }
  const errors = { ...judged.errors } as FieldErrors<Draft>;
  set(errors, REASON, { type: 'required', message: t('reviews.proposal.reason-missing', 'Say why it is rejected.') });
  return { values: {}, errors };
};

function DecisionFields({ step, measured }: { step: CadenceStep; measured: Intensity }) {
  const form = useForm<Draft>({
    resolver: decisionResolver,
    defaultValues: newDecision(step, measured),
    mode: 'onTouched',
    shouldFocusError: false,
  });
  const { save, saving, error, elsewhere, fields } = useSaveForm({
    kind: 'CadenceProposal',
    form,
    write: (decision) => saveResource(decision, undefined),
    onSaved: () => undefined,
  });
  const decide = (outcome: Decision['outcome']) => {
    form.setValue('spec.decision', { ...(form.getValues('spec.decision') as Decision), outcome });
    void save(undefined);
  };
  return (
    <FormProvider {...form}>
      <FieldNamesProvider>
        <form ref={fields} noValidate onSubmit={(event) => event.preventDefault()}>
          <Stack direction="column" gap={1}>
            <Problems error={error} elsewhere={elsewhere} />
            <Stack gap={2} wrap="wrap" alignItems="flex-start">
              <TextField name="spec.decision.by" label={t('reviews.proposal.by', 'Decided by')} />
              <TextField name={REASON} label={t('reviews.proposal.reason', 'Reason')} multiline />
            </Stack>
            <Stack gap={1}>
              <Button size="sm" onMouseDown={keepFocus} disabled={saving} onClick={() => decide('accepted')}>
                {t('reviews.proposal.accept', 'Accept')}
              </Button>
              <Button
                size="sm"
                variant="secondary"
                onMouseDown={keepFocus}
                disabled={saving}
                onClick={() => decide('rejected')}
              >
                {t('reviews.proposal.reject', 'Reject')}
              </Button>
            </Stack>
          </Stack>
        </form>
      </FieldNamesProvider>
    </FormProvider>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    padding: theme.spacing(2),
    'p, details': { margin: theme.spacing(0, 0, 1) },
  }),
  title: css({ ...theme.typography.h5 }),
  muted: css({ color: theme.colors.text.secondary }),
  dates: css({ columns: '16em', margin: theme.spacing(1, 0, 0), paddingLeft: theme.spacing(3) }),
});
