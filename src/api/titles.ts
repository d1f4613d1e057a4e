import { useMemo } from 'react';
import { useResources } from './resources';
import { type KindName } from '../contract';

/** Titles of all resources of a kind by name; a name that isn't among them stands for itself. */
export function useTitleOf(kind: KindName): (name: string) => string {
  const { data } = useResources(kind);
  return useMemo(() => {
    const titles = new Map(
      data?.map(({ metadata, spec }) => [metadata.name, 'title' in spec && spec.title ? String(spec.title) : undefined])
    );
    return (name) => titles.get(name) ?? name;
  }, [data]);
}

/** Titles of the perspectives by name, as the scorecards call them. */
export function usePerspectiveTitles(): (name: string) => string {
  const { data } = useResources('Scorecard');
  return useMemo(() => {
    const titles = new Map(
      data?.flatMap(({ spec }) => spec.perspectives.map(({ name, title }) => [name, title] as const))
    );
    return (name) => titles.get(name) ?? name;
  }, [data]);
}
