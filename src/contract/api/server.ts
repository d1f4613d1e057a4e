import { z } from 'zod';
import { instant, link } from '../common';
import { problemItem } from './errors';

/** What the settings page shows about the running server. */
export const serverStatus = z
  .object({
    version: z.string(),
    store: z
      .object({ engine: z.enum(['sqlite', 'postgres']), ok: z.boolean(), message: z.string() })
      .meta({ id: 'StoreStatus' }),
    grafana: z
      .object({
        ok: z.boolean(),
        credentials: z.enum(['managedServiceAccount', 'configuredToken', 'secureSettings', 'none']),
        message: z.string(),
      })
      .meta({ id: 'GrafanaStatus' }),
    schedule: z
      .object({ ok: z.boolean(), nextDue: instant.nullable(), lastRun: instant.nullable(), message: z.string() })
      .meta({ id: 'ScheduleStatus' }),
    provisioning: z
      .object({
        path: z.string().nullable(),
        files: z.array(
          z
            .object({
              file: z.string(),
              resources: z.int(),
              loadedAt: instant.nullable(),
              errors: z.array(problemItem),
            })
            .meta({ id: 'ProvisionedFile' })
        ),
      })
      .meta({ id: 'ProvisioningStatus' }),
    dataSources: z
      .array(
        z
          .object({ uid: z.string(), ok: z.boolean(), message: z.string(), at: instant })
          .meta({ id: 'DataSourceStatus', description: 'What the latest run that asked a data source got of it.' })
      )
      .meta({ description: 'By uid; a data source that no recent run has asked is not among them.' }),
    dashboards: z.array(link).optional(),
  })
  .meta({ id: 'ServerStatus' });
