import { KindDefinition } from '../common';
import { Calendar } from './calendar';
import { CausalLink } from './causalLink';
import { Dataset } from './dataset';
import { Kpi } from './kpi';
import { Objective } from './objective';
import { OrgUnit } from './orgUnit';
import { Scorecard } from './scorecard';
import { SourceSystem } from './sourceSystem';
import { StatusOverride } from './statusOverride';
import { Strategy } from './strategy';
import { TargetSet } from './targetSet';
import { Theme } from './theme';

export {
  Calendar,
  CausalLink,
  Dataset,
  Kpi,
  Objective,
  OrgUnit,
  Scorecard,
  SourceSystem,
  StatusOverride,
  Strategy,
  TargetSet,
  Theme,
};
export { scheme } from './scorecard';

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
] as const satisfies readonly KindDefinition[];

export type KindName = (typeof kinds)[number]['kind'];
