import { z } from 'zod';
import { defineKind, person, refTo, text, title } from '../common';
import { datasourceRef } from './sourceSystem';

/** A Grafana query model, kept as the data source's own editor wrote it. */
export const queryModel = z.record(z.string(), z.unknown()).meta({ id: 'QueryModel' });

export const Dataset = defineKind(
  'Dataset',
  'A query that several KPIs read different columns of; it is sent once per run.',
  z.strictObject({
    title,
    description: text.optional(),
    system: refTo('SourceSystem').optional(),
    datasource: datasourceRef.optional(),
    query: queryModel,
    owner: person.optional(),
  })
);
