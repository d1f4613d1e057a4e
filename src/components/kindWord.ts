import { t } from '../i18n';

/** What a kind is called in a sentence. */
export function kindWord(kind: string): string {
  switch (kind) {
    case 'Action':
      return t('components.kind.action', 'Action');
    case 'Decision':
      return t('components.kind.decision', 'Decision');
    case 'AgendaItem':
      return t('components.kind.agenda-item', 'Agenda item');
    case 'Review':
      return t('components.kind.review', 'Review');
    case 'ReviewSeries':
      return t('components.kind.review-series', 'Series of reviews');
    case 'GovernanceCharter':
      return t('components.kind.charter', 'Charter');
    case 'Kpi':
      return t('components.kind.kpi', 'KPI');
    case 'Objective':
      return t('components.kind.objective', 'Objective');
    case 'CausalLink':
      return t('components.kind.causal-link', 'Hypothesis');
    case 'Theme':
      return t('components.kind.theme', 'Theme');
    case 'Strategy':
      return t('components.kind.strategy', 'Strategy');
    case 'Scorecard':
      return t('components.kind.scorecard', 'Scorecard');
    case 'Perspective':
      return t('components.kind.perspective', 'Perspective');
    case 'OrgUnit':
      return t('components.kind.org-unit', 'Unit');
    case 'Calendar':
      return t('components.kind.calendar', 'Calendar');
    case 'SourceSystem':
      return t('components.kind.source-system', 'Source system');
    case 'Dataset':
      return t('components.kind.dataset', 'Dataset');
    case 'TargetSet':
      return t('components.kind.target-set', 'Targets');
    case 'StatusOverride':
      return t('components.kind.status-override', 'Status override');
    case 'Commentary':
      return t('components.kind.commentary', 'Explanation');
    case 'CharterSignature':
      return t('components.kind.signature', 'Signature');
    case 'ChangeEvent':
      return t('components.kind.change-event', 'Change event');
    case 'CadenceProposal':
      return t('components.kind.cadence-proposal', 'Cadence proposal');
    case 'ReportTemplate':
      return t('components.kind.report-template', 'Report template');
    default:
      return kind;
  }
}
