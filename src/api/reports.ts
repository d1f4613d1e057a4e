import { hashKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type z } from 'zod';
import { locationUtil } from '@grafana/data';
import type * as contract from '../contract';
import { API_BASE, pathOf, request } from './client';
import { type ApiError } from './errors';
import { keys } from './keys';
import { useWrite } from './resources';

export type Snapshot = z.infer<typeof contract.snapshot>;
export type SnapshotList = z.infer<typeof contract.snapshotList>;
export type Report = z.infer<typeof contract.report>;
export type ReportSection = z.infer<typeof contract.reportSection>;
export type ReportTable = z.infer<typeof contract.reportTable>;
export type SectionComparison = z.infer<typeof contract.sectionComparison>;
export type FreezeRequest = z.infer<typeof contract.freezeRequest>;
export type ReportBatch = z.infer<typeof contract.reportBatch>;
export type ReportBatchRequest = z.infer<typeof contract.reportBatchRequest>;
export type ReportFormat = ReportBatch['formats'][number];
export type Deliveries = z.infer<typeof contract.deliveries>;

/** What was frozen for a review; null while nothing is. */
export function useSnapshot(review: string) {
  return useQuery<Snapshot | null, ApiError>({
    queryKey: keys.review('snapshot', review),
    queryFn: async ({ signal }) => {
      const { items } = await request<SnapshotList>('GET', 'snapshots', { params: { review }, signal });
      return items[0] ?? null;
    },
  });
}

/** The reason that a trial gives for premature values: nothing is kept of it. */
const TRIAL: FreezeRequest = { premature: 'trial' };

/** What freezing now would keep, premature values named; nothing is frozen. For those who may freeze. */
export function useFreezeTrial(review: string, enabled: boolean) {
  return useQuery<Snapshot, ApiError>({
    queryKey: keys.review('freeze-trial', review),
    queryFn: ({ signal }) =>
      request('POST', pathOf('reviews', review, 'freeze'), { params: { dryRun: true }, body: TRIAL, signal }),
    enabled,
    retry: false,
  });
}

/** Freezes the report of a review, for ever. Everything shown is read again, but for the trial, which is over. */
export function useFreeze(review: string) {
  const client = useQueryClient();
  return useMutation<Snapshot, ApiError, FreezeRequest>({
    mutationFn: (body) => request('POST', pathOf('reviews', review, 'freeze'), { body }),
    onSuccess: (snapshot) => {
      client.setQueryData(keys.review('snapshot', review), snapshot);
      const trial = hashKey(keys.review('freeze-trial', review));
      return client.invalidateQueries({ queryKey: keys.all, predicate: ({ queryHash }) => queryHash !== trial });
    },
  });
}

/** The frozen report of a unit: it never changes. */
export function useReport(review: string, unit: string | undefined) {
  return useQuery<Report, ApiError>({
    queryKey: keys.review('report', review, { unit }),
    queryFn: ({ signal }) => request('GET', pathOf('reviews', review, 'report'), { params: { unit }, signal }),
    enabled: unit !== undefined,
  });
}

/** The same section of all units. */
export function useSection(review: string, section: string | undefined) {
  return useQuery<SectionComparison, ApiError>({
    queryKey: keys.review('section', review, { section }),
    queryFn: ({ signal }) => request('GET', pathOf('reviews', review, 'sections', section ?? ''), { signal }),
    enabled: section !== undefined,
  });
}

/** Whom a frozen report went to. */
export function useDeliveries(review: string) {
  return useQuery<Deliveries, ApiError>({
    queryKey: keys.review('deliveries', review),
    queryFn: ({ signal }) => request('GET', pathOf('reviews', review, 'deliveries'), { signal }),
  });
}

/** Starts making the reports of many units as files. */
export function useStartBatch() {
  return useWrite((body: ReportBatchRequest) => request<ReportBatch>('POST', 'reportbatches', { body }));
}

const BATCH_POLL_MS = 1_000;

/** Whether a batch has come to its end. */
export const isFinished = ({ state }: ReportBatch) => state === 'succeeded' || state === 'failed';

/** How far a batch is; read again every second until it has come to its end. */
export function useBatch(id: string | undefined) {
  return useQuery<ReportBatch, ApiError>({
    queryKey: keys.review('batch', id ?? ''),
    queryFn: ({ signal }) => request('GET', pathOf('reportbatches', id ?? ''), { signal }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data && isFinished(state.data) ? false : BATCH_POLL_MS),
  });
}

/** Address of a unit's frozen report as a file; html is a page to print. */
export function reportFileUrl(review: string, unit: string, format: ReportFormat): string {
  const path = pathOf('reviews', review, 'report');
  return locationUtil.assureBaseUrl(`${API_BASE}/${path}?${new URLSearchParams({ format, unit })}`);
}

/** Address of the archive of a batch that succeeded. */
export function archiveUrl(id: string): string {
  return locationUtil.assureBaseUrl(`${API_BASE}/${pathOf('reportbatches', id, 'archive')}`);
}
