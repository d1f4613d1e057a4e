import { type CadenceProposalStatus } from '../../../api/intensity';
import { t } from '../../../i18n';

/** What became of a proposal of cadence, in words. */
export function proposalStateText(state: CadenceProposalStatus['state']): string {
  switch (state) {
    case 'open':
      return t('reviews.proposal.state-open', 'not decided');
    case 'rejected':
      return t('reviews.proposal.state-rejected', 'rejected');
    case 'accepted':
      return t('reviews.proposal.state-accepted', 'accepted, not carried out yet');
    case 'carriedOut':
      return t('reviews.proposal.state-carried-out', 'carried out');
    case 'replaced':
      return t('reviews.proposal.state-replaced', 'replaced by a later decision');
  }
}
