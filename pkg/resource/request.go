package resource

import (
	"fmt"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// request is the documents of one apply.
type request struct {
	// documents are all of them in order; those that don't say which resource they are about, or repeat another, take no part
	// in the change and are only reported.
	documents []*document
	takesPart map[*document]bool
}

// readRequest reads the documents of some bodies.
func readRequest(bodies []Input) (*request, error) {
	r := &request{takesPart: map[*document]bool{}}
	for _, body := range bodies {
		trees, err := read(body)
		if err != nil {
			return nil, err
		}
		for _, t := range trees {
			r.documents = append(r.documents, newDocument(t, body.File, len(r.documents), true))
		}
	}
	if len(r.documents) > MaxDocuments {
		return nil, tooManyDocuments()
	}
	first := map[contract.Ref]*document{}
	for _, d := range r.documents {
		if !d.named() {
			continue
		}
		if before := first[d.ref]; before != nil {
			d.shape = append(d.shape, finding{path: "/metadata/name", message: refText(d.ref) + " is already " + before.where() + ": keep one of the two"})
			continue
		}
		first[d.ref] = d
		r.takesPart[d] = true
	}
	return r, nil
}

// where says where a document stands, for a sentence about another.
func (d *document) where() string {
	if d.file != "" {
		return fmt.Sprintf("in %s, line %d", d.file, d.tree.line)
	}
	return fmt.Sprintf("in this request, line %d", d.tree.line)
}

func (r *request) puts() []put {
	puts := make([]put, 0, len(r.documents))
	for _, d := range r.documents {
		if r.takesPart[d] {
			puts = append(puts, put{document: d, keepArchived: true})
		}
	}
	return puts
}

// problems lists everything wrong with the request, in the order of its documents, and with others because of it.
func (r *request) problems(c *change) []contract.ProblemItem {
	var problems []contract.ProblemItem
	for _, d := range r.documents {
		if !r.takesPart[d] {
			problems = append(problems, d.problems(d.shape)...)
		}
	}
	return append(problems, problemsOf(c)...)
}

// warnings name the fields that were ignored.
func (r *request) warnings() (warnings []string) {
	for _, d := range r.documents {
		for _, path := range d.ignored {
			warnings = append(warnings, fmt.Sprintf("%s: %s has no value and is no field: it is ignored (text with a comma needs quotes in YAML)", refText(d.ref), path))
		}
	}
	return warnings
}
