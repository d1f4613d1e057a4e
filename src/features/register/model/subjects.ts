import { type KindName } from '../../../contract';

/** What actions and decisions can be about, in the order in which it is offered. */
export const subjects: KindName[] = ['Kpi', 'Objective', 'Theme', 'CausalLink', 'Scorecard', 'Strategy'];
