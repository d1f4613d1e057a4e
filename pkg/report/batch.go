package report

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

// States of a batch.
const (
	batchQueued    = "queued"
	batchRunning   = "running"
	batchSucceeded = "succeeded"
	batchFailed    = "failed"
)

// ErrNotFinished says that a batch has no archive yet.
var ErrNotFinished = errors.New("the batch is not finished")

// StartBatch has the reports of a frozen review made as files, in the background. Units that have no report are refused. A dry
// run only says what would be made.
func (s *Service) StartBatch(ctx context.Context, f access.Filter, request contract.ReportBatchRequest, dryRun bool) (contract.ReportBatch, error) {
	snapshot, err := s.Snapshot(ctx, f, request.Review)
	if err != nil {
		return contract.ReportBatch{}, err
	}
	units := request.Units
	if len(units) == 0 {
		units = slices.DeleteFunc(slices.Clone(snapshot.Units), func(unit string) bool { return !f.SeesUnit(unit) })
	}
	var problems []contract.ProblemItem
	for i, unit := range units {
		if !slices.Contains(snapshot.Units, unit) || !f.SeesUnit(unit) {
			message := fmt.Sprintf("the frozen report of “%s” has no unit “%s”", request.Review, unit)
			problems = append(problems, contract.ProblemItem{Path: fmt.Sprintf("/units/%d", i), Message: message})
		}
	}
	if len(problems) > 0 {
		return contract.ReportBatch{}, &resource.InvalidError{Problems: problems}
	}
	id, err := uuid.NewV7()
	if err != nil {
		return contract.ReportBatch{}, fmt.Errorf("id of a batch: %w", err)
	}
	units, formats := distinct(units), distinct(request.Formats)
	batch := contract.ReportBatch{
		ID: id.String(), Review: request.Review, Units: units, Formats: formats, State: batchQueued,
		Progress:  contract.BatchProgress{Total: int64(len(units) * len(formats))},
		CreatedAt: instantText(s.Now()), CreatedBy: f.Actor(),
	}
	if dryRun {
		return batch, nil
	}
	if err := s.Store.SaveBatch(ctx, f.Org(), batch, nil); err != nil {
		return batch, err
	}
	if err := s.Queue.EnqueueBatch(ctx, f.Org(), batch.ID); err != nil {
		// It is saved: whoever looks for unfinished batches next takes it up.
		s.Logger.Warn("a batch of reports could not be queued yet", "batch", batch.ID, "error", err)
	}
	return batch, nil
}

func distinct(values []string) []string {
	var kept []string
	for _, value := range values {
		if !slices.Contains(kept, value) {
			kept = append(kept, value)
		}
	}
	return kept
}

// Batch says how far a batch is. One with a unit that the caller may not see is unknown to them.
func (s *Service) Batch(ctx context.Context, f access.Filter, id string) (contract.ReportBatch, error) {
	if err := f.Require(access.Viewer, "reading"); err != nil {
		return contract.ReportBatch{}, err
	}
	batch, err := s.Store.Batch(ctx, f.Org(), id)
	if err != nil {
		return batch, err
	}
	if slices.ContainsFunc(batch.Units, func(unit string) bool { return !f.SeesUnit(unit) }) {
		return contract.ReportBatch{}, resource.ErrNotFound
	}
	return batch, nil
}

// Archive is the ZIP archive of a batch that succeeded, else ErrNotFinished.
func (s *Service) Archive(ctx context.Context, f access.Filter, id string) (data []byte, name string, err error) {
	batch, err := s.Batch(ctx, f, id)
	if err != nil {
		return nil, "", err
	}
	if batch.State != batchSucceeded {
		return nil, "", ErrNotFinished
	}
	data, err = s.Store.Archive(ctx, f.Org(), id)
	return data, batch.Review + ".zip", err
}

// finished reports whether a batch has come to its end.
func finished(batch contract.ReportBatch) bool {
	return batch.State == batchSucceeded || batch.State == batchFailed
}

// MakeBatch brings a batch to its end. It starts afresh after an interruption: the files are the same every time.
func (s *Service) MakeBatch(ctx context.Context, org int64, id string) error {
	batch, err := s.Store.Batch(ctx, org, id)
	if err != nil || finished(batch) {
		return err
	}
	batch.State, batch.Progress.Done = batchRunning, 0
	archive, err := s.archive(ctx, org, &batch)
	switch {
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case errors.Is(err, resource.ErrUnavailable):
		return err
	}
	at := instantText(s.Now())
	batch.State, batch.FinishedAt = batchSucceeded, &at
	if err != nil {
		message := "A report could not be made; the server's log says why."
		batch.State, batch.Message = batchFailed, &message
		s.Logger.Error("a batch of reports failed", "batch", id, "error", err)
	}
	return s.Store.SaveBatch(ctx, org, batch, archive)
}

// archive makes the files of a batch, saving its progress after every unit.
func (s *Service) archive(ctx context.Context, org int64, batch *contract.ReportBatch) ([]byte, error) {
	f := access.System(org, "reports")
	snapshot, err := s.Snapshot(ctx, f, batch.Review)
	if err != nil {
		return nil, err
	}
	frozenAt, err := time.Parse(time.RFC3339, snapshot.FrozenAt)
	if err != nil {
		return nil, fmt.Errorf("snapshot of %s: %w", batch.Review, err)
	}
	var data bytes.Buffer
	archive := zip.NewWriter(&data)
	for _, unit := range batch.Units {
		if err := s.Store.SaveBatch(ctx, org, *batch, nil); err != nil {
			return nil, err
		}
		report, err := s.read(ctx, f, batch.Review, unit)
		if err != nil {
			return nil, err
		}
		for _, format := range batch.Formats {
			file, err := s.Render(report, format)
			if err != nil {
				return nil, fmt.Errorf("%s of %s: %w", format, unit, err)
			}
			entry, err := archive.CreateHeader(&zip.FileHeader{Name: fileName(report, format), Method: zip.Store, Modified: frozenAt})
			if err == nil {
				_, err = entry.Write(file)
			}
			if err != nil {
				return nil, fmt.Errorf("archive: %w", err)
			}
			batch.Progress.Done++
			if ctx.Err() != nil {
				return nil, context.Cause(ctx)
			}
		}
	}
	if err := archive.Close(); err != nil {
		return nil, fmt.Errorf("archive: %w", err)
	}
	return data.Bytes(), nil
}

// UnfinishedBatches lists the batches of an org that have not come to their end.
func (s *Service) UnfinishedBatches(ctx context.Context, org int64) ([]string, error) {
	return s.Store.UnfinishedBatches(ctx, org)
}
