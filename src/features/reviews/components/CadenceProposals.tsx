import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, Field, Input, Stack, TextArea, useStyles2 } from '@grafana/ui';
import { useId, useState } from 'react';
import { type CadenceStep, type Intensity } from '../../../api/intensity';
import { type Clock } from '../../../api/measurement';
import { saveResource, useMay, useResource, useWrite } from '../../../api/resources';
import { ErrorState } from '../../../components/ErrorState';
import { formatDay, formatInstant } from '../../../components/format';
import { everyPeriod } from '../../../components/period';
import { reasonText } from '../../../components/reasonText';
import { t } from '../../../i18n';
import { dayOf, type DecisionForm, moodOfShift, moodOfVolatility, proposalDocument } from '../model/intensity';
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
  const charter = useResource('GovernanceCharter', step.charter);
  const committee = charter.data?.spec.committees.find(({ name }) => name === step.committee)?.title ?? step.committee;
  const title = t('reviews.proposal.title', '{{committee}}: {{to}} instead of {{from}}', {
    committee,
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

function DecisionFields({ step, measured }: { step: CadenceStep; measured: Intensity }) {
  const id = useId();
  const [by, setBy] = useState('');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const save = useWrite((form: DecisionForm) => saveResource(proposalDocument(step, measured, form), undefined));
  const decide = (outcome: DecisionForm['outcome']) => {
    const unexplained = outcome === 'rejected' && reason.trim() === '';
    setMissing(unexplained);
    if (!unexplained) {
      save.mutate({ outcome, by, reason, on: dayOf(measured.now) });
    }
  };
  return (
    <fieldset disabled={save.isPending}>
      <Stack direction="column" gap={1}>
        {save.error && <ErrorState error={save.error} title={t('reviews.events.refused', 'It was not saved')} />}
        <Stack gap={2} wrap="wrap">
          <Field noMargin label={t('reviews.proposal.by', 'Decided by')}>
            <Input id={`${id}-by`} width={24} value={by} onChange={({ currentTarget }) => setBy(currentTarget.value)} />
          </Field>
          <Field
            noMargin
            label={t('reviews.proposal.reason', 'Reason')}
            invalid={missing}
            error={missing ? t('reviews.proposal.reason-missing', 'Say why it is rejected.') : undefined}
          >
            <TextArea
              id={`${id}-reason`}
              cols={50}
              rows={2}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
          </Field>
        </Stack>
        <Stack gap={1}>
          <Button size="sm" onClick={() => decide('accepted')}>
            {t('reviews.proposal.accept', 'Accept')}
          </Button>
          <Button size="sm" variant="secondary" onClick={() => decide('rejected')}>
            {t('reviews.proposal.reject', 'Reject')}
          </Button>
        </Stack>
      </Stack>
    </fieldset>
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
