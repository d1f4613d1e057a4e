import { type SimulateRequest, type TargetSetSpec, type View } from '../../../api/types';
import { type Band } from '../../../components/bullet';
import { API_VERSION } from '../../../contract';

const NAME = 'trial';
const PERIOD = '2026';

/**
 * Asks the server for the scorecard of one KPI with these targets, so that a scale is judged by the rules that will judge
 * it for good.
 */
export function scaleTrial(target: TargetSetSpec): SimulateRequest {
  const document = (kind: string, spec: object) => ({ apiVersion: API_VERSION, kind, metadata: { name: NAME }, spec });
  const { baseline, target: amount, stretch, scale } = target;
  return {
    resources: [
      document('TargetSet', { kpi: NAME, unit: NAME, baseline, target: amount, stretch, scale }),
      document('OrgUnit', { title: NAME }),
      document('Calendar', { title: NAME, timeZone: 'UTC' }),
      document('Strategy', { title: NAME }),
      document('Kpi', { title: NAME, calendar: NAME, frequency: 'year', source: { type: 'manual' } }),
      document('Objective', { title: NAME, strategy: NAME, perspective: NAME, kpis: [{ kpi: NAME }] }),
      document('Scorecard', {
        title: NAME,
        strategy: NAME,
        calendar: NAME,
        frequency: 'year',
        unit: NAME,
        perspectives: [{ name: NAME, title: NAME, objectives: [{ objective: NAME }] }],
      }),
    ],
    scorecard: NAME,
    period: PERIOD,
    unit: NAME,
  };
}

/** Where the target set stands among the documents of a trial; problems with it have paths that begin so. */
const TARGET_SET = '/resources/0';

/** `/resources/0/spec/scale/goal` → `/spec/scale/goal`; undefined for what isn't about the target set. */
export function ownPath(path: string): string | undefined {
  return path.startsWith(`${TARGET_SET}/`) ? path.slice(TARGET_SET.length) : undefined;
}

/** Levels of the scale over the values of the KPI. */
export function bandsOf({ node }: View): Band[] {
  const [perspective] = node.children;
  return perspective?.children[0]?.children[0]?.bands ?? [];
}
