package evaluate

import "testing"

func TestFewRemembersBeyondItsList(t *testing.T) {
	var f few[int, string]
	if _, ok := f.get(0); ok {
		t.Error("an empty one knows something")
	}
	names := []string{"a", "b", "c"}
	const keys = 3 * longestList
	for key := range keys {
		f.put(key, names[key%len(names)])
	}
	for key := range keys {
		if got, ok := f.get(key); !ok || got != names[key%len(names)] {
			t.Errorf("%d: got %q, %v", key, got, ok)
		}
	}
	if _, ok := f.get(keys); ok {
		t.Error("it knows a key that was never put")
	}
}
