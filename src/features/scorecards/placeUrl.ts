import { kpiUrl, type Place as LinkPlace } from '../../components/links';
import { type Place } from './tree';

/** Address of a KPI's page where it is scored: at the unit of the objective that contributes it, else at the shown one. */
export function kpiUrlOf({ node, unit }: Place, at: LinkPlace): string {
  return kpiUrl(node.ref.name, unit ? { ...at, unit } : at);
}
