import { type ProblemItem } from '../../../api/errors';
import { type SimulateRequest, type TargetSetSpec, type View } from '../../../api/types';
import { type Band } from '../../../components/bullet';
import { problemText } from '../../../components/reasonText';
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

/** What is wrong with the target set of a trial, by path in it. */
export function trialProblems(problems: ProblemItem[]): Map<string, string> {
  return new Map(
    problems
      .filter(({ resource }) => resource?.kind === 'TargetSet')
      .map((problem) => [problem.path, problemText(problem)])
  );
}

/** Levels of the scale over the values of the KPI. */
export function bandsOf({ node }: View): Band[] {
  const [perspective] = node.children;
  return perspective?.children[0]?.children[0]?.bands ?? [];
}
