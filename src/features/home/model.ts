import { type IconName } from '@grafana/data';
import { type WorkItem } from '../../api/types';
import { entryUrl, pageOf } from '../../components/followup/words';
import { appUrl, intensityUrl, kpiUrl } from '../../components/links';
import { t } from '../../i18n';

/** Where somebody deals with an item. */
export function itemUrl({ type, ref, id, unit, period }: WorkItem): string | undefined {
  if (type === 'run' && id) {
    return appUrl(`collections/${encodeURIComponent(id)}`);
  }
  if (!ref) {
    return undefined;
  }
  switch (type) {
    case 'submission':
    case 'approval':
      return appUrl(`kpis/${encodeURIComponent(ref.name)}/submit`);
    case 'quarantine':
      return kpiUrl(ref.name);
    case 'explanation':
      return kpiUrl(ref.name, { unit: unit ?? undefined, period: period ?? undefined });
    case 'proposal':
      return intensityUrl(ref.name);
    case 'action':
    case 'decision':
    case 'escalation':
    case 'effectCheck':
      return entryUrl(ref);
    default:
      return pageOf(ref);
  }
}

export function typeLabel(type: WorkItem['type']): string {
  switch (type) {
    case 'action':
      return t('home.type.action', 'Action');
    case 'decision':
      return t('home.type.decision', 'Decision');
    case 'approval':
      return t('home.type.approval', 'Approval');
    case 'review':
      return t('home.type.review', 'Review');
    case 'agendaItem':
      return t('home.type.agenda-item', 'Agenda item');
    case 'proposal':
      return t('home.type.proposal', 'Proposal');
    case 'explanation':
      return t('home.type.explanation', 'Explanation');
    case 'run':
      return t('home.type.run', 'Failed collection');
    case 'escalation':
      return t('home.type.escalation', 'Escalation');
    case 'missedReview':
      return t('home.type.missed-review', 'Missed review');
    case 'submission':
      return t('home.type.submission', 'Submission');
    case 'quarantine':
      return t('home.type.quarantine', 'Quarantine');
    case 'report':
      return t('home.type.report', 'Report');
    case 'drift':
      return t('home.type.drift', 'Drift');
    case 'signature':
      return t('home.type.signature', 'Signature');
    case 'effectCheck':
      return t('home.type.effect-check', 'Expected effect');
  }
}

export function typeIcon(type: WorkItem['type']): IconName {
  switch (type) {
    case 'action':
      return 'check-square';
    case 'decision':
      return 'question-circle';
    case 'approval':
    case 'submission':
      return 'upload';
    case 'review':
    case 'agendaItem':
    case 'missedReview':
      return 'calendar-alt';
    case 'proposal':
      return 'sync';
    case 'explanation':
      return 'comment-alt';
    case 'run':
      return 'times-circle';
    case 'escalation':
      return 'arrow-up';
    case 'quarantine':
      return 'lock';
    case 'report':
      return 'file-alt';
    case 'drift':
      return 'exclamation-triangle';
    case 'signature':
      return 'pen';
    case 'effectCheck':
      return 'chart-line';
  }
}

const SOON_MS = 7 * 24 * 3_600_000;

/** What waits without a date, but not until there is time. */
const atOnce = new Set<WorkItem['type']>([
  'escalation',
  'run',
  'quarantine',
  'approval',
  'missedReview',
  'drift',
  'explanation',
]);

/** What is late or broken, what comes in the next days, and the rest. */
export type Group = 'now' | 'soon' | 'later';

export function groupsOf(items: WorkItem[], now: string): Array<{ group: Group; items: WorkItem[] }> {
  const limit = new Date(now).getTime() + SOON_MS;
  const groupOf = ({ type, overdue, due }: WorkItem): Group => {
    if (overdue || atOnce.has(type)) {
      return 'now';
    }
    return due && new Date(due).getTime() <= limit ? 'soon' : 'later';
  };
  return (['now', 'soon', 'later'] as const)
    .map((group) => ({ group, items: items.filter((item) => groupOf(item) === group) }))
    .filter((found) => found.items.length > 0);
}

export function groupLabel(group: Group): string {
  switch (group) {
    case 'now':
      return t('home.group.now', 'Now');
    case 'soon':
      return t('home.group.soon', 'In the next seven days');
    case 'later':
      return t('home.group.later', 'When there is time');
  }
}

/** What was done to a resource, in words. */
export function actionLabel(action: string): string {
  switch (action) {
    case 'created':
      return t('home.change.created', 'created');
    case 'changed':
      return t('home.change.changed', 'changed');
    case 'archived':
      return t('home.change.archived', 'archived');
    case 'deleted':
      return t('home.change.deleted', 'deleted');
    default:
      return action;
  }
}
