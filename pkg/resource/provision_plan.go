package resource

import (
	"errors"
	"slices"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// provisioned is a file on its way into the store. A file is taken as a whole: with any problem its documents are left out,
// and the resources that it brought before stay as they are.
type provisioned struct {
	name      string
	documents []*document
	problems  []contract.ProblemItem
}

func (p *provisioned) broken() bool { return len(p.problems) > 0 }

func (p *provisioned) fail(problem contract.ProblemItem) {
	if problem.File == nil {
		problem.File = &p.name
	}
	p.problems = append(p.problems, problem)
}

// readFiles reads the documents of files. A document that is in two files is a problem of the second.
func readFiles(files []fileOnDisk) []*provisioned {
	first := map[contract.Ref]*document{}
	index := 0
	var result []*provisioned
	for _, file := range files {
		p := &provisioned{name: file.name}
		result = append(result, p)
		if file.err != nil {
			p.fail(contract.ProblemItem{Message: "can't be read: " + file.err.Error()})
			continue
		}
		trees, err := read(Input{Data: file.data, Format: file.format(), File: file.name})
		if err != nil {
			p.fail(itemOf(err))
			continue
		}
		for _, t := range trees {
			d := newDocument(t, file.name, index, true)
			index++
			p.documents = append(p.documents, d)
			if before := first[d.ref]; d.named() && before != nil {
				d.shape = append(d.shape, finding{path: "/metadata/name", message: refText(d.ref) + " is already " + before.where() + ": keep one of the two"})
			} else if d.named() {
				first[d.ref] = d
			}
			for _, problem := range d.problems(d.shape) {
				p.fail(problem)
			}
		}
	}
	return result
}

func itemOf(err error) contract.ProblemItem {
	var parse *ParseError
	if errors.As(err, &parse) {
		return parse.Item()
	}
	return contract.ProblemItem{Message: err.Error()}
}

// planFiles works out what the files change. Files that turn out to have problems are marked and left out, again until the
// rest is sound; files that refer to what only a broken one brings are broken with it. Resources that are in no file any
// more are deleted, unless they are firm or something still refers to them: of those is returned why they stay.
func planFiles(before *state, files []*provisioned, firm firm, by author) (c *change, kept map[contract.Ref]string) {
	for {
		var puts []put
		broken := map[string]bool{}
		held := map[contract.Ref]bool{}
		for _, file := range files {
			broken[file.name] = file.broken()
			for _, d := range file.documents {
				held[d.ref] = true
				if !file.broken() {
					puts = append(puts, put{document: d, keepArchived: true})
				}
			}
		}
		var orphans []contract.Ref
		for _, e := range before.all() {
			if e.stored.ManagedBy == ManagedByFile && !held[e.ref] && !broken[e.stored.File] {
				orphans = append(orphans, e.ref)
			}
		}
		var deletes deletion
		deletes, kept = deletable(before, puts, deletion{orphans, firm}, by)
		c = planned(before, puts, deletes, by)
		problems := problemsOf(c)
		if len(problems) == 0 {
			return c, kept
		}
		blame(c, files, problems)
	}
}

// deletable splits resources that should go into those that may and those that are firm, or that something staying refers to, with
// why they stay.
func deletable(before *state, puts []put, orphans deletion, by author) (deletes deletion, kept map[contract.Ref]string) {
	kept = map[contract.Ref]string{}
	deletes = orphans
	for {
		after := planned(before, puts, deletes, by).after
		count := len(kept)
		deletes.refs = slices.DeleteFunc(slices.Clone(deletes.refs), func(ref contract.Ref) bool {
			referrers := after.referrers(ref)
			switch {
			case orphans.firm[ref]:
				kept[ref] = firmText
			case len(referrers) > 0:
				kept[ref] = "is still referenced by " + orphans.firm.texts(referrers)
			}
			return kept[ref] != ""
		})
		if len(kept) == count {
			return deletes, kept
		}
	}
}

// blame gives each problem to the file that causes it: the one that holds the document or, where another resource would
// break, those whose changes it depends on.
func blame(c *change, files []*provisioned, problems []contract.ProblemItem) {
	byName := map[string]*provisioned{}
	for _, file := range files {
		byName[file.name] = file
	}
	changed := map[contract.Ref]string{}
	for _, e := range append(slices.Clone(c.created), c.changed...) {
		changed[e.ref] = e.origin.file
	}
	for _, problem := range problems {
		if problem.File != nil {
			byName[*problem.File].fail(problem)
			continue
		}
		culprits := filesBehind(c.after, *problem.Resource, changed)
		if len(culprits) == 0 {
			for _, file := range changed {
				culprits[file] = true
			}
		}
		for name := range culprits {
			byName[name].fail(problem)
		}
	}
}

// filesBehind finds the files with changes to what a resource refers to, directly or not.
func filesBehind(s *state, ref contract.Ref, changed map[contract.Ref]string) map[string]bool {
	culprits := map[string]bool{}
	seen := map[contract.Ref]bool{ref: true}
	for todo := []contract.Ref{ref}; len(todo) > 0; todo = todo[1:] {
		e := s.get(todo[0])
		if e == nil {
			continue
		}
		if file, ok := changed[e.ref]; ok {
			culprits[file] = true
		}
		for _, r := range e.references {
			if !seen[r.target] {
				seen[r.target] = true
				todo = append(todo, r.target)
			}
		}
	}
	return culprits
}

// keptProblem says why a resource that is in no file any more is still there.
func keptProblem(e *entry, why string) contract.ProblemItem {
	ref, file := e.ref, e.stored.File
	return contract.ProblemItem{
		Resource: &ref, File: &file, Message: refText(ref) + " is no longer in this file, but stays because it " + why,
	}
}
