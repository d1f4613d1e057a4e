import { useMemo } from 'react';
import { useResources } from '../../api/resources';
import { type KpiSpec } from '../../api/types';
import { formatValue } from '../../components/format';

export type Format = (value: number | null) => string;

/** Values of a KPI in its unit and decimals. */
export function formatOf({ unitOfMeasure }: Pick<KpiSpec, 'unitOfMeasure'>): Format {
  return (value) => formatValue(value, unitOfMeasure?.unit ?? null, unitOfMeasure?.decimals ?? null);
}

/** For each KPI by name, how its values are shown; a KPI that isn't known shows plain numbers. */
export function useFormats(): (kpi: string | undefined) => Format {
  const { data } = useResources('Kpi');
  return useMemo(() => {
    const formats = new Map(data?.map(({ metadata, spec }) => [metadata.name, formatOf(spec)]));
    const plain = formatOf({});
    return (kpi) => formats.get(kpi ?? '') ?? plain;
  }, [data]);
}
