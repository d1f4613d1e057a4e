import { z } from 'zod';
import { anyRef, finite, frequency, instant, lag, link, periodText, slug } from '../common';
import { scheme } from '../kinds/scorecard';
import { problemItem, reason } from './errors';

export const cellStates = ['none', 'open', 'provisional', 'final', 'restated', 'stale', 'quarantined'] as const;
export const cellState = z.enum(cellStates).meta({ id: 'CellState' });

/** A half-open interval `[start, end)`. */
export const period = z.object({ id: z.string(), start: instant, end: instant }).meta({ id: 'Period' });

const number = finite.nullable();

export const trend = z
  .object({
    score: number.meta({ description: 'Score of the previous period.' }),
    delta: number,
    direction: z.enum(['up', 'down', 'flat', 'none']),
  })
  .meta({ id: 'Trend' });

export const override = z
  .object({ status: z.string(), author: z.string(), reason: z.string(), expires: z.string().nullable() })
  .meta({ id: 'Override' });

export const sparkPoint = z.object({ period: z.string(), value: number, score: number }).meta({ id: 'SparkPoint' });

/** Values that have a level, `from` included, `to` not; open ends are null. */
export const scaleBand = z.object({ level: z.string(), from: number, to: number }).meta({ id: 'ScaleBand' });

/** A node of the scored tree. The fields from `steward` on belong to KPI nodes and are null on the others. */
export const node = z
  .object({
    ref: anyRef,
    title: z.string(),
    weight: finite,
    score: number,
    status: z.string().nullable(),
    coverage: number.meta({
      description: 'Weight of the direct children with a score by the weight of all; null on KPIs.',
    }),
    trend,
    override: override.optional(),
    reason: reason.optional(),
    get children() {
      return z.array(node);
    },
    owner: z.string().nullable(),
    steward: z.string().nullable(),
    value: number,
    unitOfMeasure: z.string().nullable(),
    decimals: z.int().nullable(),
    target: number,
    stretch: number,
    baseline: number,
    state: cellState.nullable(),
    carried: z.string().nullable().meta({ description: 'Id of the KPI’s own period whose value is shown.' }),
    closesAt: instant.nullable().meta({ description: 'When the cell closes.' }),
    bands: z
      .array(scaleBand)
      .nullable()
      .meta({ description: 'Bands of values per level, for bullet graphs; open ends are null.' }),
    type: z.enum(['leading', 'lagging']).nullable(),
    gaps: z.array(z.string()).nullable(),
    sparkline: z.array(sparkPoint).nullable(),
  })
  .meta({ id: 'Node' });

export const view = z
  .object({
    scorecard: slug,
    period: period.extend({ state: cellState }).meta({ id: 'ViewPeriod' }),
    unit: slug,
    asOf: instant.nullable(),
    now: instant,
    scheme,
    node,
    themes: z.array(node),
  })
  .meta({ id: 'View' });

export const mapObjective = z
  .object({
    ref: anyRef,
    title: z.string(),
    perspective: z.string(),
    themes: z.array(z.string()),
    owner: z.string().nullable(),
    score: number,
    status: z.string().nullable(),
    coverage: number,
    trend,
    override: override.optional(),
    reason: reason.optional(),
    kpis: z.array(node),
  })
  .meta({ id: 'MapObjective' });

export const mapLink = z
  .object({
    ref: anyRef,
    from: slug,
    to: slug,
    hypothesis: z.string().nullable(),
    lag: lag.nullable(),
    strength: number.meta({ description: 'Lagged correlation of the two scores’ changes, −1…1.' }),
    interval: z.array(finite).nullable().meta({ description: '95 % interval of the strength: low, high.' }),
    pairs: z.int().meta({ description: 'Pairs of periods the strength was computed from.' }),
    state: z.enum(['untested', 'supported', 'inconclusive', 'broken']),
    reason: reason.optional(),
  })
  .meta({ id: 'MapLink' });

export const strategyMap = z
  .object({
    strategy: slug,
    title: z.string(),
    scorecard: slug,
    unit: slug,
    period: period.extend({ state: cellState }).meta({ id: 'MapPeriod' }),
    asOf: instant.nullable(),
    now: instant,
    scheme,
    perspectives: z.array(
      z
        .object({
          name: slug,
          title: z.string(),
          score: number,
          status: z.string().nullable(),
          objectives: z.array(mapObjective),
        })
        .meta({ id: 'MapPerspective' })
    ),
    links: z.array(mapLink),
    themes: z.array(z.object({ name: slug, title: z.string(), color: z.string().nullable() }).meta({ id: 'MapTheme' })),
  })
  .meta({ id: 'StrategyMap' });

export const seriesPoint = z
  .object({
    period: z.string(),
    start: instant,
    end: instant,
    value: number,
    target: number,
    stretch: number,
    baseline: number,
    score: number,
    status: z.string().nullable(),
    state: cellState,
    closesAt: instant.optional().meta({ description: 'When the cell closes; absent where the KPI can’t be computed.' }),
    carried: z.string().nullable().optional(),
    bands: z.array(scaleBand).optional().meta({ description: 'The scale in force; absent without one.' }),
    reason: reason.optional(),
  })
  .meta({ id: 'SeriesPoint' });
export const series = z
  .object({ kpi: slug, unit: slug, frequency, points: z.array(seriesPoint) })
  .meta({ id: 'Series' });

export const observation = z
  .object({
    unit: slug,
    period: z.string(),
    value: number,
    collectedAt: instant,
    recordedBy: z.string(),
    source: z
      .object({
        type: z.enum(['run', 'submission', 'import', 'simulation']),
        run: z.string().optional(),
        queryDigest: z.string().optional().meta({ description: 'SHA-256 of the query as it was sent.' }),
        submission: z.string().optional(),
        file: z.string().optional(),
      })
      .meta({ id: 'ObservationSource' }),
    outcome: z.enum(['pass', 'warn', 'quarantine']),
    note: z.string().nullable(),
  })
  .meta({ id: 'Observation' });
export const observationList = z
  .object({ items: z.array(observation), next: z.string().nullable() })
  .meta({ id: 'ObservationList' });

export const lineage = z
  .object({
    kpi: slug,
    inputs: z.array(slug).meta({ description: 'KPIs that the formula or the weights read.' }),
    source: z
      .object({
        type: z.enum(['query', 'manual', 'calculated']),
        system: z.string().nullable(),
        dataset: z.string().nullable(),
        datasource: z.string().nullable(),
        query: z.record(z.string(), z.unknown()).nullable(),
        formula: z.string().nullable(),
      })
      .meta({ id: 'LineageSource' }),
    rules: z.array(anyRef),
    targets: z.array(anyRef),
    dependants: z.array(anyRef).meta({ description: 'KPIs, objectives and scorecards that read this KPI.' }),
  })
  .meta({ id: 'Lineage' });

/**
 * One step of a computation with where its number comes from. `said` is `label` where that isn't a title, `how` is `method` where
 * that isn't a formula, both for other languages.
 */
export const explainStep = z
  .object({
    kind: z.enum(['kpi', 'observation', 'units', 'time', 'formula', 'target', 'scale', 'score', 'carried']),
    label: z.string(),
    said: reason.optional(),
    kpi: z.string().optional(),
    unit: z.string().optional(),
    period: z.string().optional(),
    value: number,
    state: cellState.optional(),
    method: z.string().optional().meta({ description: 'Aggregation, formula or scale in words.' }),
    how: z.array(reason).optional(),
    origin: z
      .object({
        resource: anyRef.optional(),
        version: z.int().optional().meta({ description: 'Version of the definition used.' }),
        observation: observation.optional(),
        path: z.string().optional(),
      })
      .optional()
      .meta({ id: 'ExplainOrigin' }),
    reason: reason.optional(),
    get inputs() {
      return z.array(explainStep);
    },
  })
  .meta({ id: 'ExplainStep' });
export const explain = z
  .object({
    kpi: slug,
    unit: slug,
    period: z.string(),
    value: number,
    target: number,
    score: number,
    status: z.string().nullable(),
    state: cellState,
    reason: reason.optional(),
    root: explainStep,
  })
  .meta({ id: 'Explain' });

export const previewRequest = z
  .strictObject({
    kpi: z.record(z.string(), z.unknown()).meta({ description: 'The spec of a KPI, saved or not.' }),
    name: slug.optional().meta({ description: 'Name of the KPI when it is saved already, so that its targets hold.' }),
    from: periodText,
    to: periodText,
    units: z.array(slug).optional(),
  })
  .meta({ id: 'PreviewRequest' });
export const cellError = z
  .object({ unit: z.string().optional(), period: z.string().optional(), message: z.string() })
  .meta({ id: 'CellError' });
export const preview = z
  .object({
    frames: z.array(
      z
        .object({
          name: z.string(),
          rows: z.int(),
          fields: z.array(z.object({ name: z.string(), type: z.string() }).meta({ id: 'PreviewField' })),
          sample: z.array(z.array(z.unknown())).meta({ description: 'The first rows, at most 20.' }),
        })
        .meta({ id: 'PreviewFrame' })
    ),
    values: z.array(z.object({ unit: z.string(), period: z.string(), value: number }).meta({ id: 'PreviewValue' })),
    scores: z.array(
      z
        .object({
          unit: z.string(),
          period: z.string(),
          value: number,
          target: number,
          score: number,
          status: z.string().nullable(),
          reason: reason.optional(),
        })
        .meta({ id: 'PreviewScore' })
    ),
    dropped: z.int(),
    errors: z.array(cellError),
  })
  .meta({ id: 'Preview' });

export const submissionRow = z
  .strictObject({
    kpi: z.string(),
    unit: z.string(),
    period: periodText,
    value: finite,
    note: z.string().max(10_000).optional(),
  })
  .meta({ id: 'SubmissionRow' });
export const submission = z
  .strictObject({ rows: z.array(submissionRow).max(10_000), draft: z.boolean().optional() })
  .meta({ id: 'Submission' });
export const submissionResult = z
  .object({
    rows: z.array(
      z
        .object({ outcome: z.enum(['accepted', 'warned', 'quarantined', 'refused']), message: z.string().optional() })
        .meta({ id: 'SubmissionOutcome' })
    ),
  })
  .meta({ id: 'SubmissionResult' });

export const collectionRequest = z
  .strictObject({
    kpis: z.array(slug).optional(),
    sources: z.array(slug).optional().meta({ description: 'Source systems; all of their KPIs.' }),
    from: periodText.optional(),
    to: periodText.optional(),
    units: z.array(slug).optional(),
  })
  .meta({ id: 'CollectionRequest' });
export const runKpi = z
  .object({
    kpi: slug,
    from: z.string().optional().meta({ description: 'First period asked for, of the KPI’s own frequency.' }),
    to: z.string().optional().meta({ description: 'Last period asked for, included.' }),
    state: z.enum(['queued', 'running', 'succeeded', 'partial', 'failed', 'cancelled']),
    observations: z.int().meta({ description: 'Revisions stored; an equal value is none.' }),
    dropped: z.int().meta({ description: 'Rows of other periods.' }),
    errors: z.array(cellError),
  })
  .meta({ id: 'RunKpi' });
export const run = z
  .object({
    id: z.string(),
    state: z.enum(['queued', 'running', 'succeeded', 'partial', 'failed', 'cancelled']),
    trigger: z.enum(['manual', 'schedule']),
    requestedBy: z.string(),
    createdAt: instant,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    progress: z.object({ done: z.int(), total: z.int() }).meta({ id: 'Progress' }),
    message: z.string().optional(),
    units: z.array(slug).optional().meta({ description: 'The only units recorded; all when left out.' }),
    kpis: z.array(runKpi),
  })
  .meta({ id: 'Run' });
export const runList = z.object({ items: z.array(run), next: z.string().nullable() }).meta({ id: 'RunList' });

export const simulateRequest = z
  .strictObject({
    resources: z.array(z.record(z.string(), z.unknown())),
    observations: z
      .array(
        z
          .strictObject({
            kpi: z.string(),
            unit: z.string(),
            period: periodText,
            value: finite.nullable(),
            collectedAt: instant.optional(),
          })
          .meta({ id: 'SimulatedObservation' })
      )
      .optional(),
    scorecard: z.string(),
    period: periodText,
    unit: z.string(),
    now: instant.optional(),
    asOf: instant.optional(),
    sparkline: z.int().min(0).max(120).optional(),
  })
  .meta({ id: 'SimulateRequest' });

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
