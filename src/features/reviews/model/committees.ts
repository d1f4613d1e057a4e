import { useResources } from '../../../api/resources';

/** Titles of committees by their charter and name; a name that isn't known stands for itself. */
export function useCommitteeTitle(): (charter: string | null, committee: string) => string {
  const { data } = useResources('GovernanceCharter');
  return (charter, committee) =>
    data?.find(({ metadata }) => metadata.name === charter)?.spec.committees.find(({ name }) => name === committee)
      ?.title ?? committee;
}
