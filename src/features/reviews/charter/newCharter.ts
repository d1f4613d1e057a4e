import { type GovernanceCharterSpec } from '../../../api/types';
import { type Draft } from '../../../components/editor/document';
import { t } from '../../../i18n';

/** What a new charter starts from: one committee. */
export function newCharter(): Draft<GovernanceCharterSpec> {
  return {
    metadata: { name: '' },
    spec: {
      title: '',
      committees: [{ name: 'executive-board', title: t('reviews.charter.board', 'Executive board') }],
    },
  };
}
