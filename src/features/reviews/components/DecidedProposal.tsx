import { Alert } from '@grafana/ui';
import { type CadenceProposalStatus, useCadenceChange } from '../../../api/intensity';
import { type Clock } from '../../../api/measurement';
import { useResource } from '../../../api/resources';
import { type CadenceProposalSpec, type ResourceOf } from '../../../api/types';
import { AppLink } from '../../../components/AppLink';
import { ErrorState } from '../../../components/ErrorState';
import { appUrl, charterUrl } from '../../../components/links';
import { everyPeriod, formatPeriod } from '../../../components/period';
import { t } from '../../../i18n';
import { proposalStateText } from '../model/proposalState';
import { ChangeSeries } from './ChangeSeries';

interface Props {
  name: string;
  clock: Clock;
}

/** What a committee decided on a proposal, and what is left to do after it accepted: series and charter say when people meet. */
export function DecidedProposal({ name, clock }: Props) {
  const { data } = useResource('CadenceProposal', name);
  const decision = data?.spec.decision;
  if (!decision) {
    return null;
  }
  const accepted = decision.outcome === 'accepted';
  const day = formatPeriod(decision.on);
  const state = (data.status as CadenceProposalStatus | undefined)?.state;
  return (
    <>
      <Alert
        severity={accepted ? 'success' : 'info'}
        title={
          accepted
            ? t('reviews.proposal.accepted', 'Accepted on {{day}}', { day })
            : t('reviews.proposal.rejected', 'Rejected on {{day}}', { day })
        }
      >
        {[decision.by, decision.reason].filter(Boolean).join(': ')}
        {accepted && state && <p>{proposalStateText(state)}</p>}
      </Alert>
      {accepted && state !== 'replaced' && <CarryOut proposal={data} clock={clock} />}
    </>
  );
}

/** The series that an accepted proposal changes, and the promise of the charter that it leaves as it is. */
function CarryOut({
  proposal: { metadata, spec },
  clock,
}: {
  proposal: ResourceOf<CadenceProposalSpec>;
  clock: Clock;
}) {
  const { data, error, refetch } = useCadenceChange(metadata.name, clock);
  const charter = useResource('GovernanceCharter', spec.charter);
  const promise = charter.data?.spec.reviews?.find(
    ({ scorecard, tier, committee }) =>
      scorecard === spec.scorecard && tier === spec.tier && (!data?.committee || committee === data.committee)
  );
  return (
    <>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {data?.series.map((one) => (
        <ChangeSeries key={one.series} change={data} one={one} />
      ))}
      {data?.series.length === 0 && (
        <p>
          {t('reviews.change.none', 'No series of reviews keeps this promise, so there are no dates to change.')}{' '}
          <AppLink to={appUrl('reviews/series/new')}>{t('reviews.change.plan', 'Plan one')}</AppLink>
        </p>
      )}
      {promise && promise.every !== spec.to && (
        <p>
          {t('reviews.change.promise', 'The charter still promises a review {{every}}.', {
            every: everyPeriod(promise.every),
          })}{' '}
          <AppLink to={`${charterUrl(spec.charter)}/edit`}>{t('reviews.change.charter', 'Change the charter')}</AppLink>
        </p>
      )}
    </>
  );
}
