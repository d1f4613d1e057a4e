import { useStyles2 } from '@grafana/ui';
import { type CadenceProposalStatus } from '../../../api/intensity';
import { type Clock } from '../../../api/measurement';
import { useResources } from '../../../api/resources';
import { type CadenceProposalSpec, type ResourceOf } from '../../../api/types';
import { ErrorState } from '../../../components/ErrorState';
import { ABSENT } from '../../../components/format';
import { everyPeriod, formatPeriod } from '../../../components/period';
import { tableStyles } from '../../../components/tableStyles';
import { t } from '../../../i18n';
import { classLabel } from '../model/classes';
import { proposalStateText } from '../model/proposalState';
import { DecidedProposal } from './DecidedProposal';

type Proposal = ResourceOf<CadenceProposalSpec>;

interface Props {
  scorecard: string;
  /** Proposals that are shown above with what is left to do about them. */
  shown: string[];
  clock: Clock;
}

/** Every proposal of cadence for a scorecard, the latest decision first, with what became of it and what is left to do. */
export function ProposalRecord({ scorecard, shown, clock }: Props) {
  const styles = useStyles2(tableStyles);
  const { data, error, refetch } = useResources('CadenceProposal');
  const proposals = (data ?? [])
    .filter(({ spec, metadata }) => spec.scorecard === scorecard && !metadata.archived)
    .sort((a, b) => decidedOn(b).localeCompare(decidedOn(a)));
  const waiting = proposals.filter(
    ({ metadata, status }) => stateOf({ status }) === 'accepted' && !shown.includes(metadata.name)
  );
  if (error) {
    return <ErrorState error={error} onRetry={refetch} />;
  }
  if (proposals.length === 0) {
    return <p>{t('reviews.record.none', 'Nothing was decided about the cadence of its reviews yet.')}</p>;
  }
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={t('reviews.record.title', 'Decisions on the cadence')}>
          <thead>
            <tr>
              <th scope="col">{t('reviews.record.step', 'Step')}</th>
              <th scope="col">{t('reviews.column.tier', 'Tier')}</th>
              <th scope="col">{t('reviews.record.on', 'Decided on')}</th>
              <th scope="col">{t('reviews.proposal.by', 'Decided by')}</th>
              <th scope="col">{t('reviews.proposal.reason', 'Reason')}</th>
              <th scope="col">{t('reviews.events.state', 'State')}</th>
            </tr>
          </thead>
          <tbody>
            {proposals.map((proposal) => (
              <tr key={proposal.metadata.name}>
                <th scope="row">{stepText(proposal)}</th>
                <td>{classLabel(proposal.spec.tier)}</td>
                <td className={styles.narrow}>{decidedOn(proposal) ? formatPeriod(decidedOn(proposal)) : ABSENT}</td>
                <td>{proposal.spec.decision?.by ?? ABSENT}</td>
                <td>{proposal.spec.decision?.reason ?? ABSENT}</td>
                <td>{proposalStateText(stateOf(proposal))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {waiting.map((proposal) => (
        <section key={proposal.metadata.name} aria-label={stepText(proposal)}>
          <h3>{stepText(proposal)}</h3>
          <DecidedProposal name={proposal.metadata.name} clock={clock} />
        </section>
      ))}
    </>
  );
}

const decidedOn = ({ spec }: Proposal) => spec.decision?.on ?? '';

const stateOf = ({ status }: Pick<Proposal, 'status'>) =>
  (status as CadenceProposalStatus | undefined)?.state ?? 'open';

function stepText({ spec }: Proposal): string {
  return t('reviews.record.change', '{{to}} instead of {{from}}', {
    to: everyPeriod(spec.to),
    from: everyPeriod(spec.from),
  });
}
