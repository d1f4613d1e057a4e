package host

import (
	"context"
	"sync"
	"time"
)

// QueryAll sends queries as a bare client does: so many per call, so many calls at a time. It returns the first error.
func (h *Host) QueryAll(ctx context.Context, from, to time.Time, queries []map[string]any, perCall, atATime int) error {
	calls := make(chan []map[string]any)
	failures := make(chan error, atATime)
	var workers sync.WaitGroup
	for range atATime {
		workers.Go(func() {
			var failure error
			for call := range calls {
				if failure == nil {
					failure = h.Query(ctx, from, to, call)
				}
			}
			failures <- failure
		})
	}
	for at := 0; at < len(queries); at += perCall {
		calls <- queries[at:min(at+perCall, len(queries))]
	}
	close(calls)
	workers.Wait()
	for range atATime {
		if err := <-failures; err != nil {
			return err
		}
	}
	return nil
}
