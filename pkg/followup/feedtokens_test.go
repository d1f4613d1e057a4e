package followup

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

// noting is a store of one feed that fails to note its use.
type noting struct {
	FeedStore
	err error
}

func (n noting) FeedByHash(context.Context, int64, string) (Feed, error) {
	return Feed{ID: "a", Hash: hashOf("token")}, nil
}

func (n noting) TouchFeed(context.Context, int64, string, time.Time, time.Duration) error {
	return n.err
}

func TestACalendarIsReadThoughItsUseCantBeNoted(t *testing.T) {
	full := fmt.Errorf("%w: no space left on device", resource.ErrUnavailable)
	broken := errors.New("no such column")
	for _, c := range []struct{ err, want error }{{nil, nil}, {full, nil}, {broken, broken}} {
		s := New(Config{FeedTokens: noting{err: c.err}, Now: time.Now})
		if feed, err := s.feedOf(t.Context(), 1, "token"); !errors.Is(err, c.want) || feed.ID != "a" {
			t.Errorf("%v: %+v, %v", c.err, feed, err)
		}
	}
}
