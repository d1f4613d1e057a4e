import { type z } from 'zod';
import type * as contract from '../contract';

export type View = z.infer<typeof contract.view>;
export type Node = z.infer<typeof contract.node>;
export type Trend = z.infer<typeof contract.trend>;
export type SparkPoint = z.infer<typeof contract.sparkPoint>;
export type CellState = z.infer<typeof contract.cellState>;
export type Period = z.infer<typeof contract.period>;
export type Scheme = z.infer<typeof contract.scheme>;
export type Reason = z.infer<typeof contract.reason>;
export type StrategyMap = z.infer<typeof contract.strategyMap>;
export type MapObjective = z.infer<typeof contract.mapObjective>;
export type MapLink = z.infer<typeof contract.mapLink>;
export type Series = z.infer<typeof contract.series>;
export type SeriesPoint = z.infer<typeof contract.seriesPoint>;
export type Observation = z.infer<typeof contract.observation>;
export type ObservationList = z.infer<typeof contract.observationList>;
export type Lineage = z.infer<typeof contract.lineage>;
export type Explain = z.infer<typeof contract.explain>;
export type ExplainStep = z.infer<typeof contract.explainStep>;
export type Preview = z.infer<typeof contract.preview>;
export type PreviewRequest = z.infer<typeof contract.previewRequest>;
export type Run = z.infer<typeof contract.run>;
export type RunList = z.infer<typeof contract.runList>;
export type CollectionRequest = z.infer<typeof contract.collectionRequest>;
export type ServerStatus = z.infer<typeof contract.serverStatus>;
export type Ref = z.infer<typeof contract.anyRef>;
export type Change = z.infer<typeof contract.change>;
export type ApplyResult = z.infer<typeof contract.applyResult>;
export type History = z.infer<typeof contract.history>;
export type KindList = z.infer<typeof contract.kindList>;

/** A resource whose spec is known to be of one kind. */
export type ResourceOf<Spec> = Omit<z.infer<typeof contract.resource>, 'spec'> & { spec: Spec };
export type Resource = z.infer<typeof contract.resource>;
export type ResourceList<Spec = Resource['spec']> = { items: Array<ResourceOf<Spec>>; next: string | null };

export type ScorecardSpec = z.infer<typeof contract.Scorecard.spec>;
export type KpiSpec = z.infer<typeof contract.Kpi.spec>;
export type ObjectiveSpec = z.infer<typeof contract.Objective.spec>;
export type OrgUnitSpec = z.infer<typeof contract.OrgUnit.spec>;
export type StrategySpec = z.infer<typeof contract.Strategy.spec>;
export type CalendarSpec = z.infer<typeof contract.Calendar.spec>;
export type TargetSetSpec = z.infer<typeof contract.TargetSet.spec>;
export type SourceSystemSpec = z.infer<typeof contract.SourceSystem.spec>;
export type DatasetSpec = z.infer<typeof contract.Dataset.spec>;
export type { Frequency } from '../contract';
