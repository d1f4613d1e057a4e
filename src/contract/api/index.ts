import * as cadence from './cadence';
import * as collection from './collection';
import * as errors from './errors';
import * as intensity from './intensity';
import * as measurement from './measurement';
import * as meetings from './meetings';
import * as provenance from './provenance';
import * as register from './register';
import * as reports from './reports';
import * as resources from './resources';
import * as server from './server';
import * as strategyMap from './strategyMap';

/** Bodies of the HTTP API by the id under which they appear in the OpenAPI document and in Go. */
export const bodies = {
  Problem: errors.problem,
  Resource: resources.resource,
  ResourceList: resources.resourceList,
  History: resources.history,
  ApplyResult: resources.applyResult,
  ImportResult: resources.importResult,
  KindList: resources.kindList,
  Period: measurement.period,
  View: measurement.view,
  StrategyMap: strategyMap.strategyMap,
  Series: measurement.series,
  ObservationList: provenance.observationList,
  Lineage: provenance.lineage,
  Explain: provenance.explain,
  PreviewRequest: collection.previewRequest,
  Preview: collection.preview,
  Submission: collection.submission,
  SubmissionResult: collection.submissionResult,
  CollectionRequest: collection.collectionRequest,
  Run: collection.run,
  RunList: collection.runList,
  SimulateRequest: measurement.simulateRequest,
  ServerStatus: server.serverStatus,
  ReviewEvents: meetings.reviewEvents,
  ReviewLog: meetings.reviewLog,
  ReviewStatus: meetings.reviewStatus,
  Discipline: meetings.discipline,
  SeriesDiscipline: meetings.seriesDiscipline,
  Facilitation: meetings.facilitation,
  ReviewCalendar: cadence.reviewCalendar,
  SeriesPreviewRequest: cadence.seriesPreviewRequest,
  SeriesPreview: cadence.seriesPreview,
  Compliance: cadence.compliance,
  ReviewAgenda: cadence.reviewAgenda,
  AgendaItemStatus: cadence.agendaItemStatus,
  ReviewSeriesStatus: cadence.reviewSeriesStatus,
  FreezeRequest: reports.freezeRequest,
  Snapshot: reports.snapshot,
  SnapshotList: reports.snapshotList,
  Report: reports.report,
  SectionComparison: reports.sectionComparison,
  ReportBatchRequest: reports.reportBatchRequest,
  ReportBatch: reports.reportBatch,
  Deliveries: reports.deliveries,
  Register: register.register,
  Calibration: register.calibration,
  FeedTokenRequest: register.feedTokenRequest,
  FeedToken: register.feedToken,
  FeedTokenList: register.feedTokenList,
  MyWork: register.myWork,
  Intensity: intensity.intensity,
  CadenceProposalStatus: intensity.cadenceProposalStatus,
  CadenceChange: intensity.cadenceChange,
};
