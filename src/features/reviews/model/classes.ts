import { type ItemClass } from '../../../api/meetings';
import { t } from '../../../i18n';

/** Classes of agenda items, as they are listed. */
export const itemClasses: ItemClass[] = ['strategic', 'tactical', 'operational'];

/** A class of agenda items, or the tier of a review, in words. */
export function classLabel(itemClass: ItemClass): string {
  switch (itemClass) {
    case 'strategic':
      return t('reviews.class.strategic', 'Strategic');
    case 'tactical':
      return t('reviews.class.tactical', 'Tactical');
    case 'operational':
      return t('reviews.class.operational', 'Operational');
  }
}
