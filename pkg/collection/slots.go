package collection

import (
	"context"
	"fmt"
	"sync"
)

// localSlots limits calls within this process.
type localSlots struct {
	mu    sync.Mutex
	lanes map[string]*slotLane
}

type slotLane struct {
	used    int
	waiting []chan struct{}
}

func newLocalSlots() *localSlots { return &localSlots{lanes: map[string]*slotLane{}} }

// Acquire implements Slots. Who waits longest is served first.
func (s *localSlots) Acquire(ctx context.Context, org int64, datasource string, slots int) (func(), error) {
	key := fmt.Sprintf("%d/%s", org, datasource)
	s.mu.Lock()
	lane := s.lanes[key]
	if lane == nil {
		lane = &slotLane{}
		s.lanes[key] = lane
	}
	if lane.used < slots && len(lane.waiting) == 0 {
		lane.used++
		s.mu.Unlock()
		return sync.OnceFunc(func() { s.release(key) }), nil
	}
	turn := make(chan struct{})
	lane.waiting = append(lane.waiting, turn)
	s.mu.Unlock()
	select {
	case <-turn: // the slot was handed over: used stays
		return sync.OnceFunc(func() { s.release(key) }), nil
	case <-ctx.Done():
		s.giveUp(key, turn)
		return nil, ctx.Err()
	}
}

func (s *localSlots) release(key string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	lane := s.lanes[key]
	if len(lane.waiting) > 0 {
		close(lane.waiting[0])
		lane.waiting = lane.waiting[1:]
		return
	}
	if lane.used--; lane.used == 0 {
		delete(s.lanes, key)
	}
}

// giveUp leaves the queue, or passes on a slot that came at the same moment.
func (s *localSlots) giveUp(key string, turn chan struct{}) {
	s.mu.Lock()
	lane := s.lanes[key]
	for i, waiting := range lane.waiting {
		if waiting == turn {
			lane.waiting = append(lane.waiting[:i], lane.waiting[i+1:]...)
			s.mu.Unlock()
			return
		}
	}
	s.mu.Unlock()
	s.release(key)
}
