import { type Conflict, type Occurrence } from '../../../api/cadence';
import { t } from '../../../i18n';

export type OccurrenceState = Occurrence['state'];

/** States in the order in which occurrences go through them. */
export const OCCURRENCE_STATES: OccurrenceState[] = ['planned', 'made', 'open', 'held', 'missed', 'cancelled'];

export function stateLabel(state: OccurrenceState): string {
  switch (state) {
    case 'planned':
      return t('reviews.state.planned', 'planned');
    case 'made':
      return t('reviews.state.made', 'prepared');
    case 'open':
      return t('reviews.state.open', 'under way');
    case 'held':
      return t('reviews.state.held', 'held');
    case 'missed':
      return t('reviews.state.missed', 'missed');
    case 'cancelled':
      return t('reviews.state.cancelled', 'cancelled');
  }
}

export function conflictLabel(code: Conflict['code']): string {
  switch (code) {
    case 'beforeDataClose':
      return t('reviews.conflict.data', 'before the data close');
    case 'holiday':
      return t('reviews.conflict.holiday', 'on a holiday');
    case 'overlap':
      return t('reviews.conflict.overlap', 'overlaps');
    case 'person':
      return t('reviews.conflict.person', 'person needed twice');
    case 'committee':
      return t('reviews.conflict.committee', 'committee dissolved');
    case 'quorum':
      return t('reviews.conflict.quorum', 'no quorum');
  }
}
