package scorecard

import (
	"context"
	"time"

	"github.com/maypok86/otter/v2"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// modelKey names one state of an org's definitions, by their version. asOf is 0 for the present.
type modelKey struct {
	org         int64
	definitions int64
	asOf        int64
}

// modelCache keeps the last few compiled models, and compiles each once however many ask.
type modelCache struct {
	cache *otter.Cache[modelKey, *model]
}

func newModelCache() *modelCache {
	return &modelCache{cache: otter.Must(&otter.Options[modelKey, *model]{MaximumSize: 8})}
}

func (c *modelCache) get(key modelKey, compile func() (*model, error)) (*model, error) {
	return c.cache.Get(context.Background(), key, otter.LoaderFunc[modelKey, *model](
		func(context.Context, modelKey) (*model, error) { return compile() },
	))
}

// viewKey names one answer: the same key gives the same view, apart from its `now`.
type viewKey struct {
	org int64
	// data is the org's data version.
	data      int64
	asOf      int64
	scorecard string
	unit      string
	period    string
	sparkline int
	// scope is what the caller may see.
	scope string
	// moment is the interval of the present; within one no cell changes its state.
	moment int64
}

const (
	// maxCachedNodes bounds the views kept, in nodes of about 1 KiB.
	maxCachedNodes = 20_000
	// stateGrain divides every instant at which a period begins, ends or closes: time zones are multiples of a quarter hour.
	stateGrain = 15 * time.Minute
	// overrideGrain is the grain where status overrides expire.
	overrideGrain = time.Minute
)

// viewCache keeps views until the data version or the moment moves on.
type viewCache struct {
	cache *otter.Cache[viewKey, contract.View]
}

func newViewCache() *viewCache {
	return &viewCache{cache: otter.Must(&otter.Options[viewKey, contract.View]{
		MaximumWeight: maxCachedNodes,
		Weigher: func(_ viewKey, view contract.View) uint32 {
			weight := countNodes(view.Node)
			for _, theme := range view.Themes {
				weight += countNodes(theme)
			}
			return weight
		},
	})}
}

func (c *viewCache) get(ctx context.Context, key viewKey, load func(context.Context) (contract.View, error)) (contract.View, error) {
	return c.cache.Get(ctx, key, otter.LoaderFunc[viewKey, contract.View](
		func(ctx context.Context, _ viewKey) (contract.View, error) { return load(ctx) },
	))
}

// countNodes is the number of nodes of a tree; each five points of a sparkline count as one more.
func countNodes(node contract.Node) uint32 {
	count := 1 + uint32(len(node.Sparkline)/5)
	for _, child := range node.Children {
		count += countNodes(child)
	}
	return count
}
