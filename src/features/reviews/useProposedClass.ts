import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { keys } from '../../api/keys';
import { type ItemClass } from '../../api/meetings';
import { tryCreate, useMay } from '../../api/resources';
import { type Ref } from '../../api/types';
import { API_VERSION } from '../../contract';

/** What the server needs besides series and links to say a class; it keeps none of it. */
const ASKING = { title: '?', classReason: '?' };

/** The class that the server proposes for an item of a series from what it is about; undefined until it has said so. */
export function useProposedClass(series: string, about: Ref[]): ItemClass | undefined {
  const mayWrite = useMay('AgendaItem', 'write');
  const { data } = useQuery({
    queryKey: keys.proposedClass({ series, about }),
    queryFn: async ({ signal }) => {
      const metadata = { name: `asking-${Date.now().toString(36)}` };
      const spec = { ...ASKING, series, about };
      const item = await tryCreate({ apiVersion: API_VERSION, kind: 'AgendaItem', metadata, spec }, signal);
      return item.spec.class as ItemClass;
    },
    enabled: mayWrite && series !== '',
    retry: false,
    placeholderData: keepPreviousData,
  });
  return data;
}
