package api

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

const (
	// maxItems and defaultItems bound a page of a list.
	maxItems     = 1000
	defaultItems = 100

	yamlType = "application/yaml"
)

// resourceRoutes registers the calls of every kind. Literal paths, such as /kpis/preview, take precedence over names.
func (s *server) resourceRoutes() {
	s.handle("GET", "/kinds", access.Viewer, s.listKinds)
	s.handle("POST", "/apply", access.Editor, s.apply)
	s.handle("GET", "/export", access.Viewer, s.export)
	s.handle("POST", "/import", access.Editor, s.importTables)
	for _, kind := range contract.Kinds() {
		list, one := "/"+kind.Plural, "/"+kind.Plural+"/{name}"
		s.handle("GET", list, access.Viewer, s.list(kind.Kind))
		s.handle("POST", list, access.Editor, s.create(kind.Kind))
		s.handle("GET", one, access.Viewer, s.get(kind.Kind))
		s.handle("PUT", one, access.Editor, s.replace(kind.Kind))
		s.handle("PATCH", one, access.Editor, s.patch(kind.Kind))
		s.handle("DELETE", one, access.Editor, s.delete(kind.Kind))
		s.handle("GET", one+"/history", access.Viewer, s.history(kind.Kind))
	}
}

func (s *server) listKinds(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	kinds, err := s.Resources.Kinds(r.Context(), f)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, kinds)
}

func (s *server) list(kind string) handler {
	return func(w http.ResponseWriter, r *http.Request, f access.Filter) error {
		p, err := paramsOf(r)
		if err != nil {
			return err
		}
		options := resource.ListOptions{
			LabelSelector: p.text("labelSelector"),
			Query:         p.text("q"),
			Limit:         p.whole("limit", 1, maxItems, defaultItems),
			Cursor:        p.text("cursor"),
		}
		if err := p.check(); err != nil {
			return err
		}
		list, err := s.Resources.List(r.Context(), f, kind, options)
		if err != nil {
			return err
		}
		return writeTravelling(w, r, http.StatusOK, list)
	}
}

func (s *server) get(kind string) handler {
	return func(w http.ResponseWriter, r *http.Request, f access.Filter) error {
		p, err := paramsOf(r)
		if err != nil {
			return err
		}
		asOf := p.instant("asOf")
		if err := p.check(); err != nil {
			return err
		}
		found, err := s.Resources.Get(r.Context(), f, kind, r.PathValue("name"), asOf)
		if err != nil {
			return err
		}
		return writeResource(w, r, http.StatusOK, found)
	}
}

func (s *server) history(kind string) handler {
	return func(w http.ResponseWriter, r *http.Request, f access.Filter) error {
		history, err := s.Resources.History(r.Context(), f, kind, r.PathValue("name"))
		if err != nil {
			return err
		}
		return writeJSON(w, http.StatusOK, history)
	}
}

func (s *server) create(kind string) handler {
	return func(w http.ResponseWriter, r *http.Request, f access.Filter) error {
		body, options, err := write(r)
		if err != nil {
			return err
		}
		created, err := s.Resources.Create(r.Context(), f, kind, body, options)
		if err != nil {
			return err
		}
		if options.DryRun {
			return writeResource(w, r, http.StatusOK, created)
		}
		plural, _ := contract.KindByName(kind)
		w.Header().Set("Location", base+"/"+plural.Plural+"/"+created.Metadata.Name)
		return writeResource(w, r, http.StatusCreated, created)
	}
}

func (s *server) replace(kind string) handler {
	return s.change(kind, s.Resources.Replace)
}

func (s *server) patch(kind string) handler {
	return s.change(kind, s.Resources.Patch)
}

func (s *server) change(kind string, apply changeCall) handler {
	return func(w http.ResponseWriter, r *http.Request, f access.Filter) error {
		body, options, err := write(r)
		if err != nil {
			return err
		}
		changed, err := apply(r.Context(), f, kind, r.PathValue("name"), ifMatch(r), body, options)
		if err != nil {
			return err
		}
		return writeResource(w, r, http.StatusOK, changed)
	}
}

func (s *server) delete(kind string) handler {
	return func(w http.ResponseWriter, r *http.Request, f access.Filter) error {
		options, err := writeOptions(r)
		if err != nil {
			return err
		}
		name := r.PathValue("name")
		if err := s.Resources.Delete(r.Context(), f, kind, name, ifMatch(r), options); err != nil {
			return err
		}
		if !options.DryRun {
			w.WriteHeader(http.StatusNoContent)
			return nil
		}
		kept, err := s.Resources.Get(r.Context(), f, kind, name, nil)
		if err != nil {
			return err
		}
		return writeResource(w, r, http.StatusOK, kept)
	}
}

func (s *server) apply(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	p, err := paramsOf(r)
	if err != nil {
		return err
	}
	options := resource.ApplyOptions{
		WriteOptions: resource.WriteOptions{
			DryRun: p.flag("dryRun"),
			Reason: r.Header.Get("X-Change-Reason"),
			Source: changeSource(r),
		},
		Prune:     p.flag("prune"),
		ManagedBy: p.oneOf("managedBy", "", resource.ManagedByUI, resource.ManagedByAPI),
		Selector:  p.text("labelSelector"),
	}
	if err := p.check(); err != nil {
		return err
	}
	body, err := readBody(r)
	if err != nil {
		return err
	}
	result, err := s.Resources.Apply(r.Context(), f, resource.Input{Data: body, Format: formatOf(r)}, options)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, result)
}

func (s *server) export(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	p, err := paramsOf(r)
	if err != nil {
		return err
	}
	format := p.oneOf("format", "yaml", "yaml", "json", "xlsx", "csv")
	kinds := strings.FieldsFunc(p.text("kinds"), func(r rune) bool { return r == ',' || r == ' ' })
	if err := p.check(); err != nil {
		return err
	}
	written := resource.JSON
	if format == "yaml" {
		written = resource.YAML
	}
	documents, err := s.Resources.Export(r.Context(), f, kinds, written)
	if err != nil {
		return err
	}
	if format == "xlsx" || format == "csv" {
		return writeTables(w, documents, format)
	}
	return writeRaw(w, "application/"+format, documents)
}

func writeResource(w http.ResponseWriter, r *http.Request, status int, found contract.Resource) error {
	if version := found.Metadata.Version; version != nil {
		w.Header().Set("ETag", etag(*version))
	}
	return writeTravelling(w, r, status, found)
}

// writeTravelling answers with resources, in YAML when the caller asks for that.
func writeTravelling(w http.ResponseWriter, r *http.Request, status int, body any) error {
	if !acceptsYAML(r) {
		return writeJSON(w, status, body)
	}
	encoded, err := json.Marshal(body)
	if err != nil {
		return fmt.Errorf("encode the answer: %w", err)
	}
	if encoded, err = resource.AsYAML(encoded); err != nil {
		return err
	}
	w.Header().Set("Content-Type", yamlType)
	w.WriteHeader(status)
	_, _ = w.Write(encoded)
	return nil
}

// acceptsYAML reports whether YAML comes before JSON among what the caller accepts; anything (`*/*`) means JSON.
func acceptsYAML(r *http.Request) bool {
	for accepted := range strings.SplitSeq(strings.Join(r.Header.Values("Accept"), ","), ",") {
		mediaType, _, _ := strings.Cut(accepted, ";")
		switch strings.ToLower(strings.TrimSpace(mediaType)) {
		case yamlType, "application/x-yaml", "text/yaml", "text/x-yaml":
			return true
		case "application/json", "application/*", "*/*":
			return false
		}
	}
	return false
}

// write reads a request that changes one resource.
func write(r *http.Request) (resource.Input, resource.WriteOptions, error) {
	options, err := writeOptions(r)
	if err != nil {
		return resource.Input{}, options, err
	}
	body, err := readBody(r)
	return resource.Input{Data: body, Format: formatOf(r)}, options, err
}

func writeOptions(r *http.Request) (resource.WriteOptions, error) {
	p, err := paramsOf(r)
	if err != nil {
		return resource.WriteOptions{}, err
	}
	options := resource.WriteOptions{
		DryRun: p.flag("dryRun"),
		Reason: r.Header.Get("X-Change-Reason"),
		Source: changeSource(r),
	}
	return options, p.check()
}

// changeSource is ui for our own pages, which say so, and api for everybody else.
func changeSource(r *http.Request) string {
	if strings.EqualFold(r.Header.Get("X-Change-Source"), resource.ManagedByUI) {
		return resource.ManagedByUI
	}
	return resource.ManagedByAPI
}

// formatOf reads the body's format from its media type; without one that tells, the body itself does.
func formatOf(r *http.Request) resource.Format {
	switch contentType := r.Header.Get("Content-Type"); {
	case strings.Contains(contentType, "yaml"):
		return resource.YAML
	case strings.Contains(contentType, "json"):
		return resource.JSON
	}
	return resource.Detect
}
