package plugin

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/followup"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/governance"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
)

// Query types about governance.
const (
	// QueryReviews gives one row per review that starts in the time range, or in the three months after it; Scorecard restricts them.
	QueryReviews = "reviews"
	// QueryDecisions gives one row per decision made in the time range; Scorecard and Kpi restrict them.
	QueryDecisions = "decisions"
	// QueryRegister gives the rows of the follow-up register as they are now, or one number of them.
	QueryRegister = "register"
)

// Reviews are the calls that queries of reviews and decisions are answered with.
type Reviews interface {
	Calendar(ctx context.Context, filter access.Filter, query review.RangeQuery) (contract.ReviewCalendar, error)
	Decisions(ctx context.Context, filter access.Filter, query review.DecisionsQuery) ([]governance.Decided, error)
}

// Register is the call that queries of the register are answered with.
type Register interface {
	Register(ctx context.Context, filter access.Filter, query followup.RegisterQuery) (contract.Register, error)
}

// longestRange is how many years of reviews and decisions are given at most; of a longer time range it is the last ones.
const longestRange = 5

func rangeOf(span backend.TimeRange) (from, to time.Time) {
	from, to = span.From.UTC(), span.To.UTC()
	if earliest := to.AddDate(-longestRange, 0, 0); from.Before(earliest) {
		from = earliest
	}
	return from, to
}

// reviewRows has the fields that Grafana makes annotations from: time, timeEnd, title, text, tags.
func (d *dataQueries) reviewRows(ctx context.Context, filter access.Filter, query Query, span backend.TimeRange) (data.Frames, error) {
	from, to := rangeOf(span)
	switch query.Show {
	case "":
	case showNext:
		from, to = to, to.AddDate(0, monthsAhead, 0)
	default:
		return nil, fmt.Errorf("show %q is not %s, and nothing else can be shown of reviews", query.Show, showNext)
	}
	frame := data.NewFrame("reviews",
		data.NewField("time", nil, []time.Time{}), data.NewField("timeEnd", nil, []time.Time{}),
		data.NewField("title", nil, []string{}), data.NewField("text", nil, []string{}), data.NewField("tags", nil, []string{}),
		data.NewField("tier", nil, []string{}), data.NewField("state", nil, []string{}), data.NewField("committee", nil, []*string{}),
		data.NewField("period", nil, []*string{}), data.NewField("series", nil, []string{}), data.NewField("review", nil, []*string{}),
		data.NewField("committeeTitle", nil, []*string{}), data.NewField("seriesTitle", nil, []string{}))
	if !from.Before(to) {
		return data.Frames{frame}, nil
	}
	calendar, err := d.reviews.Calendar(ctx, filter, review.RangeQuery{From: &from, To: &to})
	if err != nil {
		return nil, err
	}
	for _, o := range calendar.Items {
		if query.Scorecard != "" && !slices.Contains(o.Scorecards, query.Scorecard) {
			continue
		}
		frame.AppendRow(instantOf(o.Start), instantOf(o.End), o.Title, reviewText(o), tags("review", o.Tier, o.State),
			o.Tier, o.State, o.Committee, o.Period, o.Series, o.Review, o.CommitteeTitle, o.SeriesTitle)
	}
	return data.Frames{frame}, nil
}

// reviewText says what an annotation adds to the title of a review.
func reviewText(o contract.Occurrence) string {
	parts := []string{fmt.Sprintf("%s review, %s", o.Tier, o.State)}
	if o.Period != nil {
		parts = append(parts, "of "+*o.Period)
	}
	for _, c := range o.Conflicts {
		parts = append(parts, c.Message)
	}
	return strings.Join(parts, "; ")
}

func (d *dataQueries) decisionRows(ctx context.Context, filter access.Filter, query Query, span backend.TimeRange) (data.Frames, error) {
	from, to := rangeOf(span)
	decided, err := d.reviews.Decisions(ctx, filter, review.DecisionsQuery{From: from, To: to, Scorecard: query.Scorecard, Kpi: query.Kpi})
	if err != nil {
		return nil, err
	}
	frame := data.NewFrame("decisions",
		data.NewField("time", nil, []time.Time{}), data.NewField("title", nil, []string{}), data.NewField("text", nil, []string{}),
		data.NewField("tags", nil, []string{}), data.NewField("committee", nil, []string{}), data.NewField("owner", nil, []*string{}),
		data.NewField("chosen", nil, []*string{}), data.NewField("kpi", nil, []*string{}), data.NewField("review", nil, []string{}),
		data.NewField("decision", nil, []string{}), data.NewField("committeeTitle", nil, []string{}), data.NewField("kpiTitle", nil, []string{}),
		data.NewField("reviewTitle", nil, []string{}))
	for _, each := range decided {
		spec := each.Spec
		var kpi *string
		if spec.ExpectedEffect != nil {
			kpi = &spec.ExpectedEffect.Kpi
		}
		frame.AppendRow(each.At, spec.Title, decisionText(each), tags("decision", each.Committee), each.Committee, spec.Owner, spec.Chosen, kpi,
			each.Review, each.Name, each.CommitteeTitle, each.KpiTitle, each.ReviewTitle)
	}
	return data.Frames{frame}, nil
}

// decisionText says what an annotation adds to the title of a decision.
func decisionText(decided governance.Decided) string {
	spec := decided.Spec
	var parts []string
	if spec.Chosen != nil {
		parts = append(parts, "Chosen: "+*spec.Chosen)
	}
	if spec.Rationale != nil {
		parts = append(parts, *spec.Rationale)
	}
	if e := spec.ExpectedEffect; e != nil {
		parts = append(parts, fmt.Sprintf("Expected: %s %s, %.0f %% likely", decided.KpiTitle, e.Sign, e.Probability*100))
	}
	return strings.Join(parts, "\n")
}

// tags are what Grafana splits at commas.
func tags(words ...string) string {
	return strings.Join(slices.DeleteFunc(words, func(word string) bool { return word == "" }), ",")
}

// showNext asks for the reviews of the monthsAhead months after the time range instead of those in it.
const (
	showNext    = "next"
	monthsAhead = 3
)

// Rows of the register that a query can ask for.
const (
	showWaiting   = "waiting"
	showOverdue   = "overdue"
	showEscalated = "escalated"
	showClosed    = "closed"
	showAll       = "all"
)

// registerNumbers are the numbers that a query can ask for instead of rows.
var registerNumbers = []string{"overdue", "open", "escalated"}

// maxRegisterRows bounds a table.
const maxRegisterRows = 5 * followup.MaxRows

func (d *dataQueries) registerRows(ctx context.Context, filter access.Filter, query Query, span backend.TimeRange) (data.Frames, error) {
	asked, err := registerQuery(query)
	if err != nil {
		return nil, err
	}
	field := query.Field
	if field == "" && d.computed {
		field = showOverdue
	}
	if field != "" {
		return d.registerNumber(ctx, filter, asked, field, span.To)
	}
	frame := data.NewFrame("register",
		data.NewField("title", nil, []string{}), data.NewField("type", nil, []string{}), data.NewField("owner", nil, []*string{}),
		data.NewField("state", nil, []string{}), data.NewField("due", nil, []*time.Time{}), data.NewField("overdue", nil, []bool{}),
		data.NewField("slips", nil, []int64{}), data.NewField("age", nil, []int64{}).SetConfig(&data.FieldConfig{Unit: "d"}),
		data.NewField("escalated", nil, []*string{}), data.NewField("committee", nil, []*string{}), data.NewField("name", nil, []string{}),
		data.NewField("committeeTitle", nil, []*string{}), data.NewField("kpiTitle", nil, []*string{}),
		data.NewField("seriesTitle", nil, []*string{}), data.NewField("reviewTitle", nil, []*string{}))
	for asked.Limit = followup.MaxRows; frame.Rows() < maxRegisterRows; {
		page, err := d.register.Register(ctx, filter, asked)
		if err != nil {
			return nil, err
		}
		for _, row := range page.Items {
			var due *time.Time
			if row.Due != nil {
				if day, err := time.Parse(time.DateOnly, *row.Due); err == nil {
					due = &day
				}
			}
			var escalated *string
			if row.Escalation != nil {
				escalated = &row.Escalation.Reason.Message
			}
			frame.AppendRow(row.Title, strings.ToLower(row.Ref.Kind), row.Owner, row.State, due, row.Overdue, row.Slips, row.AgeDays,
				escalated, row.Committee, row.Ref.Name, row.CommitteeTitle, row.KpiTitle, row.SeriesTitle, row.ReviewTitle)
		}
		if page.Next == nil {
			break
		}
		asked.Cursor = *page.Next
	}
	return data.Frames{frame}, nil
}

// registerNumber is one number at the end of the time range, as alert rules take it.
func (d *dataQueries) registerNumber(
	ctx context.Context, filter access.Filter, asked followup.RegisterQuery, field string, at time.Time,
) (data.Frames, error) {
	if !slices.Contains(registerNumbers, field) {
		return nil, fmt.Errorf("field %q is none of %s", field, strings.Join(registerNumbers, ", "))
	}
	asked.Limit = 1
	page, err := d.register.Register(ctx, filter, asked)
	if err != nil {
		return nil, err
	}
	count := map[string]int64{"overdue": page.Summary.Overdue, "open": page.Summary.Open, "escalated": page.Summary.Escalated}[field]
	return data.Frames{data.NewFrame("register",
		data.NewField("time", nil, []time.Time{at}), data.NewField(field, nil, []float64{float64(count)}))}, nil
}

// registerQuery asks of the register what the query shows. The register is that of the present, whatever the time range: what
// was due then and is done now waits for nobody.
func registerQuery(query Query) (followup.RegisterQuery, error) {
	asked := followup.RegisterQuery{Kpi: query.Kpi, Owner: query.Owner}
	switch query.Show {
	case showWaiting, "":
		asked.States = []string{followup.Waiting}
	case showOverdue:
		asked.Overdue = true
	case showEscalated:
		asked.Escalated = true
	case showClosed:
		asked.States = []string{followup.Closed}
	case showAll:
	default:
		return asked, fmt.Errorf("show %q is none of %s", query.Show,
			strings.Join([]string{showWaiting, showOverdue, showEscalated, showClosed, showAll}, ", "))
	}
	return asked, nil
}
