import { type ResourceOf, type ScorecardSpec } from '../../api/types';
import { type UnitItem, unitPath } from '../../components/units';

type ScorecardResource = ResourceOf<ScorecardSpec>;

/** Scorecards that use a strategy, those of the highest units first. */
export function scorecardsOf(
  strategy: string,
  scorecards: ScorecardResource[],
  units: UnitItem[]
): ScorecardResource[] {
  const depth = ({ spec }: ScorecardResource) => unitPath(units, spec.unit).length;
  return scorecards
    .filter(({ spec }) => spec.strategy === strategy)
    .sort((a, b) => depth(a) - depth(b) || a.spec.title.localeCompare(b.spec.title));
}
