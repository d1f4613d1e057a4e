import { type EffectCheck, type Ref, type RegisterRow } from '../../api/types';
import { t } from '../../i18n';
import { formatDay } from '../format';
import { appUrl, charterUrl, kpiUrl, reviewUrl, scorecardUrl, seriesUrl, strategyUrl } from '../links';

export const actionStates = ['open', 'inProgress', 'blocked', 'done', 'cancelled'] as const;
export const decisionStates = ['open', 'decided', 'withdrawn'] as const;

/** A state of an action or a decision in words. */
export function stateLabel(state: string): string {
  switch (state) {
    case 'open':
      return t('components.followup.state.open', 'open');
    case 'inProgress':
      return t('components.followup.state.in-progress', 'in progress');
    case 'blocked':
      return t('components.followup.state.blocked', 'blocked');
    case 'done':
      return t('components.followup.state.done', 'done');
    case 'cancelled':
      return t('components.followup.state.cancelled', 'cancelled');
    case 'decided':
      return t('components.followup.state.decided', 'decided');
    case 'withdrawn':
      return t('components.followup.state.withdrawn', 'withdrawn');
    default:
      return state;
  }
}

const TEAM = /^team:/i;

/** The Grafana team that a person of a document stands for; undefined for anybody else. */
export function teamOf(person: string): string | undefined {
  return TEAM.test(person) ? person.replace(TEAM, '') : undefined;
}

/** A team as people say it. */
export const teamText = (team: string) => t('components.followup.team', 'team: {{team}}', { team });

/** A person of a document as people say it. */
export function personText(person: string): string {
  const team = teamOf(person);
  return team === undefined ? person : teamText(team);
}

/** What an entry lacks, in words. */
export function gapLabel(gap: string): string {
  switch (gap) {
    case 'owner':
      return t('components.followup.gap.owner', 'no owner');
    case 'due':
      return t('components.followup.gap.due', 'no due date');
    case 'evidence':
      return t('components.followup.gap.evidence', 'no evidence');
    default:
      return gap;
  }
}

/** How an expected effect came out, in words. */
export function effectLabel(state: EffectCheck['state']): string {
  switch (state) {
    case 'pending':
      return t('components.followup.effect.pending', 'effect not due yet');
    case 'held':
      return t('components.followup.effect.held', 'effect held');
    case 'failed':
      return t('components.followup.effect.failed', 'effect failed');
    case 'notEvaluable':
      return t('components.followup.effect.not-evaluable', 'effect not evaluable');
  }
}

/** `Action/name`: how an entry is named in an address. */
export const entryKey = ({ kind, name }: Ref) => `${kind}/${name}`;

/** The register with one entry open. */
export const entryUrl = (ref: Ref) => appUrl('register', { entry: entryKey(ref) });

/** Page of a resource that follow-up refers to; undefined for kinds without one. */
export function pageOf({ kind, name }: Ref): string | undefined {
  switch (kind) {
    case 'Kpi':
      return kpiUrl(name);
    case 'Scorecard':
      return scorecardUrl(name);
    case 'Strategy':
      return strategyUrl(name);
    case 'Action':
    case 'Decision':
      return entryUrl({ kind, name });
    case 'AgendaItem':
      return appUrl(`reviews/items/${encodeURIComponent(name)}`);
    case 'Review':
      return reviewUrl(name);
    case 'ReviewSeries':
      return seriesUrl(name);
    case 'GovernanceCharter':
      return charterUrl(name);
    default:
      return undefined;
  }
}

/** Since when an entry is late, or by when it is due, in words. */
export function dueText({ ref, due, overdue, waiting, closedOn }: RegisterRow): string {
  if (closedOn && !waiting) {
    return ref.kind === 'Decision'
      ? t('components.followup.decided-on', 'decided on {{day}}', { day: formatDay(closedOn) })
      : t('components.followup.closed-on', 'closed on {{day}}', { day: formatDay(closedOn) });
  }
  if (!due) {
    return t('components.followup.no-due', 'no due date');
  }
  return overdue
    ? t('components.followup.overdue-since', 'overdue since {{day}}', { day: formatDay(due) })
    : t('components.followup.due-on', 'due on {{day}}', { day: formatDay(due) });
}
