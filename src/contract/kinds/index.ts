import { KindDefinition } from '../common';
import { Action } from './action';
import { AgendaItem } from './agendaItem';
import { CadenceProposal } from './cadenceProposal';
import { Calendar } from './calendar';
import { CausalLink } from './causalLink';
import { ChangeEvent } from './changeEvent';
import { CharterSignature } from './charterSignature';
import { Commentary } from './commentary';
import { Dataset } from './dataset';
import { Decision } from './decision';
import { GovernanceCharter } from './governanceCharter';
import { Kpi } from './kpi';
import { Objective } from './objective';
import { OrgUnit } from './orgUnit';
import { ReportTemplate } from './reportTemplate';
import { Review } from './review';
import { ReviewSeries } from './reviewSeries';
import { Scorecard } from './scorecard';
import { SourceSystem } from './sourceSystem';
import { StatusOverride } from './statusOverride';
import { Strategy } from './strategy';
import { TargetSet } from './targetSet';
import { Theme } from './theme';

export {
  Action,
  AgendaItem,
  CadenceProposal,
  Calendar,
  CausalLink,
  ChangeEvent,
  CharterSignature,
  Commentary,
  Dataset,
  Decision,
  GovernanceCharter,
  Kpi,
  Objective,
  OrgUnit,
  ReportTemplate,
  Review,
  ReviewSeries,
  Scorecard,
  SourceSystem,
  StatusOverride,
  Strategy,
  TargetSet,
  Theme,
};
export { sectionTypes } from './reportTemplate';
export { scheme } from './scorecard';
export * from './governance';

/** Every kind of the contract, in the order in which reference pages list them. */
export const kinds = [
  OrgUnit,
  Calendar,
  SourceSystem,
  Dataset,
  Strategy,
  Theme,
  Objective,
  CausalLink,
  Kpi,
  TargetSet,
  Scorecard,
  StatusOverride,
  Commentary,
  GovernanceCharter,
  CharterSignature,
  ReportTemplate,
  ReviewSeries,
  Review,
  AgendaItem,
  Decision,
  Action,
  ChangeEvent,
  CadenceProposal,
] as const satisfies readonly KindDefinition[];

export type KindName = (typeof kinds)[number]['kind'];
