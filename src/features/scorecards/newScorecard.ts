import { type Draft } from '../../components/editor/document';
import { t } from '../../i18n';

/** What a new scorecard starts from: the four classic perspectives, to be renamed or extended. */
export function newScorecard(): Draft {
  return {
    metadata: { name: '' },
    spec: {
      title: '',
      frequency: 'quarter',
      perspectives: [
        { name: 'financial', title: t('scorecards.perspective.financial', 'Financial') },
        { name: 'customer', title: t('scorecards.perspective.customer', 'Customer') },
        { name: 'internal-process', title: t('scorecards.perspective.process', 'Internal process') },
        { name: 'learning-growth', title: t('scorecards.perspective.learning', 'Learning and growth') },
      ],
    },
  };
}
