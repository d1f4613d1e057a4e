package company

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/store"
)

// filler is who fills stores.
var filler = access.System(1, "bench")

// Fill makes a SQLite store that holds the organisation and its observations in a new folder, and tells how long recording
// the observations took.
func (s Size) Fill(ctx context.Context, folder string, source Source) (time.Duration, error) {
	data, err := store.Open(ctx, store.Config{DataPath: folder})
	if err != nil {
		return 0, err
	}
	defer data.Close()
	body, err := JSON(s.Documents(source))
	if err != nil {
		return 0, err
	}
	engine := resource.New(data, resource.Options{})
	input := resource.Input{Data: body, Format: resource.JSON}
	if _, err := engine.Apply(ctx, filler, input, resource.ApplyOptions{}); err != nil {
		return 0, fmt.Errorf("apply the organisation: %w", err)
	}
	started := time.Now()
	batch := make([]collection.Revision, 0, s.Pairs())
	for month := range s.Months { // month by month, as scheduled collection writes
		batch = batch[:0]
		for kpi := range s.Kpis {
			for unit := range s.Units {
				batch = append(batch, collection.Revision{
					Series: KpiName(kpi), Unit: UnitName(unit), Period: s.Period(month), Value: Value(kpi, unit, month), Outcome: "pass",
					CollectedAt: s.Month(month + 1), RecordedBy: "bench", Source: contract.ObservationSource{Type: "run"},
				})
			}
		}
		if _, err := data.Record(ctx, 1, batch); err != nil {
			return 0, err
		}
	}
	return time.Since(started), nil
}

// Filled gives the folder of a store of manual KPIs: one made earlier, or a new one.
func (s Size) Filled(ctx context.Context) (string, error) {
	root, err := RunDir()
	if err != nil {
		return "", err
	}
	folder := filepath.Join(root, fmt.Sprintf("store-%d-%d-%d", s.Kpis, s.Units, s.Months))
	stamp := filepath.Join(folder, "filled")
	if _, err := os.Stat(stamp); err == nil {
		return folder, nil
	}
	if err := os.RemoveAll(folder); err != nil {
		return "", err
	}
	if _, err := s.Fill(ctx, folder, Manual); err != nil {
		return "", err
	}
	return folder, os.WriteFile(stamp, nil, 0o600)
}

// RunDir is where benchmarks keep what they make.
func RunDir() (string, error) {
	folder, err := filepath.Abs(filepath.Join(".run", "bench"))
	if err != nil {
		return "", err
	}
	return folder, os.MkdirAll(folder, 0o755)
}
