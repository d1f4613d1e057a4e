import { z } from 'zod';
import { defineKind, person, text, title } from '../common';

/** A Grafana data source; `type` is its plugin id. */
export const datasourceRef = z
  .strictObject({ uid: z.string().min(1).max(200), type: z.string().min(1).max(200).optional() })
  .meta({ id: 'DatasourceRef' });

export const SourceSystem = defineKind(
  'SourceSystem',
  'A system of record (ERP, CRM, HRIS …) and the Grafana data source that reads it.',
  z.strictObject({
    title,
    description: text.optional(),
    type: z.string().min(1).max(60).optional().meta({ description: 'erp, crm, hris … in your own words.' }),
    datasource: datasourceRef.optional(),
    owner: person.optional(),
    limits: z
      .strictObject({
        batchSize: z.int().min(1).max(100).optional().meta({ description: 'Queries per call; 10 by default.' }),
        concurrency: z.int().min(1).max(10).optional().meta({ description: 'Calls at a time; 2 by default.' }),
        timeoutSeconds: z.int().min(1).max(3600).optional().meta({ description: 'Per query; 60 by default.' }),
      })
      .optional(),
  })
);
