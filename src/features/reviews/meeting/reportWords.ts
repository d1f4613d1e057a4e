import { type ReportSection, type ReportTable } from '../../../api/reports';
import { type CellState, type Node, type Reason } from '../../../api/types';
import { stateLabel } from '../../../components/followup/words';
import { formatPeriod } from '../../../components/period';
import { reasonText } from '../../../components/reasonText';
import { stateName } from '../../../components/StateMark';
import { t } from '../../../i18n';

type Column = ReportTable['columns'][number];

/** The heading of a section, a table or a column: the server's own in the reader's language, others as somebody wrote them. */
export function reportHeading(title: string): string {
  switch (title) {
    case 'Strategy map':
      return t('reviews.report-word.strategy-map', 'Strategy map');
    case 'Scorecard':
      return t('reviews.report-word.scorecard', 'Scorecard');
    case 'KPIs':
      return t('reviews.report-word.kpis', 'KPIs');
    case 'Exceptions':
      return t('reviews.report-word.exceptions', 'Exceptions');
    case 'Initiatives':
      return t('reviews.report-word.initiatives', 'Initiatives');
    case 'Open actions':
      return t('reviews.report-word.open-actions', 'Open actions');
    case 'Decisions':
      return t('reviews.report-word.decisions', 'Decisions');
    case 'Decisions to be made':
      return t('reviews.report-word.to-decide', 'Decisions to be made');
    case 'Commentary':
      return t('reviews.report-word.commentary', 'Commentary');
    case 'Notes':
      return t('reviews.report-word.notes', 'Notes');
    default:
      return title;
  }
}

/** What a column is called. */
export function columnHeading({ name, title }: Column): string {
  switch (name) {
    case 'change':
      return t('reviews.report-column.change', 'Change');
    case 'chosen':
      return t('reviews.report-column.chosen', 'Chosen');
    case 'decidedOn':
      return t('reviews.report-column.decided-on', 'Decided');
    case 'dissent':
      return t('reviews.report-column.dissent', 'Dissent');
    case 'due':
      return t('reviews.report-column.due', 'Due');
    case 'firstDue':
      return t('reviews.report-column.first-due', 'First due');
    case 'kpi':
      return t('reviews.report-column.kpi', 'KPI');
    case 'leadsTo':
      return t('reviews.report-column.leads-to', 'Leads to');
    case 'name':
      return t('reviews.report-column.name', 'Name');
    case 'note':
      return t('reviews.report-column.note', 'Note');
    case 'objective':
      return t('reviews.report-column.objective', 'Objective');
    case 'overdueDays':
      return t('reviews.report-column.overdue-days', 'Days overdue');
    case 'owner':
      return t('reviews.report-column.owner', 'Owner');
    case 'period':
      return t('reviews.report-column.period', 'Period');
    case 'perspective':
      return t('reviews.report-column.perspective', 'Perspective');
    case 'rationale':
      return t('reviews.report-column.rationale', 'Why');
    case 'recoveryDate':
      return t('reviews.report-column.recovery-date', 'Recovers by');
    case 'score':
      return t('reviews.report-column.score', 'Score');
    case 'status':
      return t('reviews.report-column.status', 'Status');
    case 'target':
      return t('reviews.report-column.target', 'Target');
    case 'value':
      return t('reviews.report-column.value', 'Value');
    case 'state':
      return isOfData(title) ? t('reviews.report-column.data', 'Data') : t('reviews.report-column.state', 'State');
    case 'title':
      return title === 'Decision'
        ? t('reviews.report-column.decision', 'Decision')
        : t('reviews.report-column.action', 'Action');
    default:
      return title;
  }
}

const isOfData = (title: string) => title === 'Data';

/** What a cell says, in the reader's language where the server says it. `notes` are those of `notesOf`. */
export function cellText(value: string, { name, title, type }: Column, notes: ReadonlyMap<string, string>): string {
  if (type === 'date' || name === 'period') {
    return formatPeriod(value);
  }
  if (name === 'state') {
    return isOfData(title) ? stateName(value as CellState) : stateLabel(value);
  }
  return name === 'note' ? (notes.get(value) ?? value) : value;
}

/** Why numbers are absent in a section, by the server's English, which is what its tables hold. */
export function notesOf({ views, maps }: ReportSection): Map<string, string> {
  const notes = new Map<string, string>();
  const add = (reason: Reason | undefined) => reason && notes.set(reason.message, reasonText(reason));
  const visit = ({ reason, children }: Node) => {
    add(reason);
    children.forEach(visit);
  };
  views.forEach(({ node }) => visit(node));
  for (const { perspectives } of maps) {
    perspectives.forEach(({ objectives }) => objectives.forEach(({ reason }) => add(reason)));
  }
  return notes;
}
