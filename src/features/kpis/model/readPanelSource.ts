import { z } from 'zod';
import { link, title } from '../../../contract';
import { datasourceRef } from '../../../contract/kinds/sourceSystem';
import { PANEL_PARAMETER, type PanelSource } from './panelSource';

const schema: z.ZodType<PanelSource> = z.object({
  title: title.optional(),
  datasource: datasourceRef.optional(),
  query: z.record(z.string(), z.unknown()).optional(),
  dashboard: link.optional(),
});

/** The panel that a new KPI starts from; undefined without one, or when the address was cut. */
export function readPanelSource(params: URLSearchParams): PanelSource | undefined {
  try {
    return schema.safeParse(JSON.parse(params.get(PANEL_PARAMETER) ?? '')).data;
  } catch {
    return undefined;
  }
}
