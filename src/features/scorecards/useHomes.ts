import { useMemo } from 'react';
import { useResources } from '../../api/resources';
import { type Homes } from './tree';

/** Where objectives are at home: the unit of the scorecard that places each. */
export function useHomes(): Homes {
  const { data } = useResources('Scorecard');
  return useMemo(
    () =>
      new Map(
        data?.flatMap(({ spec }) =>
          spec.perspectives.flatMap(({ objectives = [] }) =>
            objectives.map(({ objective }): [string, string] => [objective, spec.unit])
          )
        )
      ),
    [data]
  );
}
