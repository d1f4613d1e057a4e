package evaluate

// few remembers values by key. Most KPIs are asked for at one unit and few periods: those lie in a list, which takes less room
// than a map and is found sooner. What goes beyond that lies in a map. The zero value is empty.
type few[K comparable, V any] struct {
	list []remembered[K, V]
	more map[K]V
}

type remembered[K comparable, V any] struct {
	key   K
	value V
}

const (
	// usualList is for how many keys there is room at once: a period, and the one before.
	usualList = 2
	// longestList is how many keys are looked through one by one.
	longestList = 16
)

func (f *few[K, V]) get(key K) (V, bool) {
	for i := range f.list {
		if f.list[i].key == key {
			return f.list[i].value, true
		}
	}
	value, ok := f.more[key]
	return value, ok
}

// put adds a key that isn't there yet.
func (f *few[K, V]) put(key K, value V) {
	if len(f.list) == longestList {
		if f.more == nil {
			f.more = map[K]V{}
		}
		f.more[key] = value
		return
	}
	if f.list == nil {
		f.list = make([]remembered[K, V], 0, usualList)
	}
	f.list = append(f.list, remembered[K, V]{key, value})
}
