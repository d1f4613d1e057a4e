import { type ResourceOf, type ScorecardSpec } from '../../api/types';

/** Whether every word of a search stands somewhere in a scorecard's name, title, unit or owner. */
export function matchesSearch({ metadata, spec }: ResourceOf<ScorecardSpec>, search: string): boolean {
  const text = [metadata.name, spec.title, spec.unit, spec.owner ?? ''].join(' ').toLocaleLowerCase();
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
