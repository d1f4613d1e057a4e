import { type ReportTemplateSpec } from '../../../api/types';
import { t } from '../../../i18n';

export type SectionType = ReportTemplateSpec['sections'][number]['type'];

/** What a section of a report shows, in words. */
export function sectionTypeLabel(type: SectionType): string {
  switch (type) {
    case 'strategyMap':
      return t('reviews.section-type.strategy-map', 'Strategy map');
    case 'scorecard':
      return t('reviews.section-type.scorecard', 'Scorecard');
    case 'kpiDetail':
      return t('reviews.section-type.kpi-detail', 'KPIs in detail');
    case 'exceptions':
      return t('reviews.section-type.exceptions', 'Exceptions');
    case 'initiatives':
      return t('reviews.section-type.initiatives', 'Initiatives');
    case 'actions':
      return t('reviews.section-type.actions', 'Open actions');
    case 'decisions':
      return t('reviews.section-type.decisions', 'Decisions');
    case 'commentary':
      return t('reviews.section-type.commentary', 'Commentary');
    case 'text':
      return t('reviews.section-type.text', 'Text');
  }
}
