package report

import (
	"encoding/json"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/review"
)

var nine = time.Date(2026, 4, 20, 9, 0, 0, 0, time.UTC)

func edits(person string, minutes ...float64) []Edit {
	var list []Edit
	for _, m := range minutes {
		list = append(list, Edit{person, nine.Add(time.Duration(m * float64(time.Minute)))})
	}
	return list
}

func TestPreparationMinutes(t *testing.T) {
	for name, c := range map[string]struct {
		edits []Edit
		want  float64
	}{
		"one instant":                   {edits("ada", 0), 0},
		"one session":                   {edits("ada", 0, 10, 20), 20},
		"a pause of exactly 15 minutes": {edits("ada", 0, 15), 15},
		"a longer pause":                {edits("ada", 0, 10, 25.1, 30), 14.9},
		"out of order":                  {edits("ada", 20, 0, 10), 20},
		"two people at a time":          {append(edits("ada", 0, 10), edits("bob", 5, 12)...), 17},
		"two people by turns":           {append(edits("ada", 0, 20), edits("bob", 10)...), 0},
	} {
		t.Run(name, func(t *testing.T) {
			got := PreparationMinutes(c.edits)
			if got == nil || *got-c.want > 1e-9 || c.want-*got > 1e-9 {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
	if got := PreparationMinutes(nil); got != nil {
		t.Errorf("nobody edited, but for %v minutes", *got)
	}
}

func TestPreparationIsNoLongerThanTheTimeItTook(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		minutes := rapid.SliceOfN(rapid.Float64Range(0, 500), 1, 30).Draw(t, "minutes")
		got := *PreparationMinutes(edits("ada", minutes...))
		first, last := minutes[0], minutes[0]
		for _, m := range minutes {
			first, last = min(first, m), max(last, m)
		}
		if got < 0 || got > last-first+1e-6 {
			t.Fatalf("%v minutes between %v and %v", got, first, last)
		}
	})
}

func TestEditsCountFromWhenTheReviewWasMade(t *testing.T) {
	all := edits("ada", -10, 0, 10, 20)
	if got := within(append([]Edit(nil), all...), nine, nine.Add(10*time.Minute)); len(got) != 2 {
		t.Errorf("%v", got)
	}
	long := nine.AddDate(1, 0, 0) // the review was made after the instant that it is frozen for
	if got := within(append([]Edit(nil), all...), long, nine.Add(10*time.Minute)); len(got) != 3 {
		t.Errorf("%v", got)
	}
}

func TestPreparingEvents(t *testing.T) {
	got := prepared([]review.Event{
		{Type: "prepare", At: nine, Actor: "ada", Body: json.RawMessage(`{"person": "ceo"}`)},
		{Type: "prepare", At: nine, Actor: "ada", Body: json.RawMessage(`{}`)},
		{Type: "open", At: nine, Actor: "ada"},
	})
	if len(got) != 2 || got[0].Person != "ceo" || got[1].Person != "ada" {
		t.Errorf("%v", got)
	}
}
