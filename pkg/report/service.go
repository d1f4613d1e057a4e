// Package report is the use case of frozen reports: it builds the report of every unit from the scored tree and what
// governance recorded, keeps it for ever, compares units, has files made in the background and delivers them.
package report

import (
	"context"
	"log/slog"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/evaluate"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/scorecard"
)

// Documents gives what is configured and recorded. resource.Engine does.
type Documents interface {
	// Governance gives the documents as they are now, or were at a time.
	Governance(ctx context.Context, f access.Filter, asOf *time.Time) (governance.Documents, error)
	// Definitions gives what evaluation reads, with the org's versions.
	Definitions(ctx context.Context, f access.Filter, asOf *time.Time) (evaluate.Definitions, evaluate.Versions, map[contract.Ref]int, error)
	// History gives every version of a resource.
	History(ctx context.Context, f access.Filter, kind, name string) (contract.History, error)
}

// Measurements gives what is measured. scorecard.Service does.
type Measurements interface {
	View(ctx context.Context, f access.Filter, query scorecard.ViewQuery) (contract.View, error)
	Map(ctx context.Context, f access.Filter, query scorecard.MapQuery) (contract.StrategyMap, error)
	// PeriodsOf lists the periods of a scorecard's calendar that touch [from, to], at most max of them: the last ones.
	PeriodsOf(ctx context.Context, f access.Filter, ref contract.Ref, frequency string, from, to time.Time, max int) ([]contract.Period, error)
}

// Events gives what happened in reviews. The store does.
type Events interface {
	Events(ctx context.Context, org int64, reviews []string) ([]review.Event, error)
}

// Render makes a file of a report in one of the formats html, pdf, pptx and xlsx. The same report gives the same bytes.
type Render func(report contract.Report, format string) ([]byte, error)

// Queue has a batch made in the background.
type Queue interface {
	EnqueueBatch(ctx context.Context, org int64, id string) error
}

// Sender delivers reports outside the app.
type Sender interface {
	// Send delivers a message to one recipient of a channel, webhook or email. Its error says what to mend.
	Send(ctx context.Context, channel, recipient string, message Message) error
}

// Config makes a Service.
type Config struct {
	Documents    Documents
	Measurements Measurements
	Events       Events
	Store        Store
	Render       Render
	Queue        Queue
	Sender       Sender
	// AppURL is where the app's pages are, such as https://grafana.example.org/a/bsc-scorecard-app; empty when unknown.
	AppURL string
	Now    func() time.Time
	Logger *slog.Logger
}

// Service is the use case of reports. It is safe for concurrent use.
type Service struct {
	Config
}

// New makes a Service.
func New(config Config) *Service { return &Service{Config: config} }
