import { t } from '../../../i18n';
import { type Column } from '../rows';

export function columnLabel(column: Column | 'name'): string {
  switch (column) {
    case 'name':
      return t('scorecards.column.name', 'Name');
    case 'status':
      return t('scorecards.column.status', 'Status');
    case 'value':
      return t('scorecards.column.value', 'Value');
    case 'target':
      return t('scorecards.column.target', 'Against target');
    case 'score':
      return t('scorecards.column.score', 'Score');
    case 'trend':
      return t('scorecards.column.trend', 'Trend');
    case 'history':
      return t('scorecards.column.history', 'History');
    case 'owner':
      return t('scorecards.column.owner', 'Owner');
  }
}
