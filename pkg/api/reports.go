package api

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/report"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

func (s *server) reportRoutes() {
	s.handle("POST", "/reviews/{name}/freeze", access.Editor, s.freeze)
	s.handle("GET", "/reviews/{name}/snapshot", access.Viewer, reading(pathName, s.Reports.Snapshot))
	s.handle("GET", "/snapshots", access.Viewer, reading(snapshotsQuery, s.Reports.Snapshots))
	s.handle("GET", "/reviews/{name}/report", access.Viewer, s.report)
	s.handle("GET", "/reviews/{name}/sections/{section}", access.Viewer, reading(sectionQuery, s.compareSection))
	s.handle("GET", "/reviews/{name}/deliveries", access.Viewer, reading(pathName, s.Reports.Deliveries))
	s.handle("POST", "/reportbatches", access.Viewer, s.startBatch)
	s.handle("GET", "/reportbatches/{id}", access.Viewer, reading(pathID, s.Reports.Batch))
	s.handle("GET", "/reportbatches/{id}/archive", access.Viewer, s.archive)
}

func pathName(r *http.Request, _ *params) string { return r.PathValue("name") }

func pathID(r *http.Request, _ *params) string { return r.PathValue("id") }

func snapshotsQuery(_ *http.Request, p *params) string { return p.text("review") }

func (s *server) freeze(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	p, err := paramsOf(r)
	if err != nil {
		return err
	}
	query := report.FreezeQuery{
		Review: r.PathValue("name"), AsOf: p.instant("asOf"), Now: p.instant("now"), DryRun: p.flag("dryRun"),
	}
	if err := p.check(); err != nil {
		return err
	}
	body, err := readBody(r)
	if err != nil {
		return err
	}
	if len(body) > 0 { // a freeze needs no body
		if err := resource.ReadBody(body, "FreezeRequest", &query.FreezeRequest); err != nil {
			return err
		}
	}
	snapshot, err := s.Reports.Freeze(r.Context(), f, query)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, snapshot)
}

// reportTypes are the media types of a report by format.
var reportTypes = map[string]string{
	"json": "application/json",
	"html": "text/html; charset=utf-8",
	"pdf":  "application/pdf",
	"pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

func (s *server) report(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	p, err := paramsOf(r)
	if err != nil {
		return err
	}
	format := p.oneOf("format", "json", "json", "html", "pdf", "pptx", "xlsx")
	unit := p.text("unit")
	p.instant("asOf") // taken by every computed call; what is frozen doesn't depend on them
	p.instant("now")
	if err := p.check(); err != nil {
		return err
	}
	if format == "json" {
		document, err := s.Reports.Document(r.Context(), f, r.PathValue("name"), unit)
		if err != nil {
			return err
		}
		return writeFile(w, document, reportTypes[format], "")
	}
	file, name, err := s.Reports.File(r.Context(), f, r.PathValue("name"), unit, format)
	if err != nil {
		return err
	}
	return writeFile(w, file, reportTypes[format], name)
}

// writeFile answers with bytes. With a name they are a file to be saved, but for a page, which is shown.
func writeFile(w http.ResponseWriter, data []byte, mediaType, name string) error {
	w.Header().Set("Content-Type", mediaType)
	if name != "" {
		disposition := "attachment"
		if strings.HasSuffix(name, ".html") {
			disposition = "inline"
		}
		w.Header().Set("Content-Disposition", fmt.Sprintf("%s; filename=%q", disposition, name))
	}
	w.WriteHeader(http.StatusOK)
	_, _ = w.Write(data)
	return nil
}

// sectionOf asks for one section of a review's report.
type sectionOf struct{ review, section string }

func sectionQuery(r *http.Request, _ *params) sectionOf {
	return sectionOf{r.PathValue("name"), r.PathValue("section")}
}

func (s *server) compareSection(ctx context.Context, f access.Filter, q sectionOf) (contract.SectionComparison, error) {
	return s.Reports.Section(ctx, f, q.review, q.section)
}

func (s *server) startBatch(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	dryRun, err := dryRunOf(r)
	if err != nil {
		return err
	}
	request, err := decodeBody[contract.ReportBatchRequest](r, "ReportBatchRequest")
	if err != nil {
		return err
	}
	batch, err := s.Reports.StartBatch(r.Context(), f, request, dryRun)
	if err != nil {
		return err
	}
	if dryRun {
		return writeJSON(w, http.StatusOK, batch)
	}
	w.Header().Set("Location", base+"/reportbatches/"+batch.ID)
	return writeJSON(w, http.StatusAccepted, batch)
}

func (s *server) archive(w http.ResponseWriter, r *http.Request, f access.Filter) error {
	data, name, err := s.Reports.Archive(r.Context(), f, r.PathValue("id"))
	if err != nil {
		return err
	}
	return writeFile(w, data, "application/zip", name)
}
