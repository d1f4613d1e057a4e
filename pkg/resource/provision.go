package resource

import (
	"context"
	"crypto/sha256"
	"fmt"
	"sync"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// Logger is where a provisioner says what it did.
type Logger interface {
	Info(message string, args ...any)
	Warn(message string, args ...any)
}

// Provisioner keeps an org's resources as the files of a directory say. Files win, as in Grafana: a resource of the same
// name that somebody made in the UI or through the API is taken over by its file (its history says so) and is read-only
// from then on.
type Provisioner struct {
	engine    *Engine
	org       int64
	directory string
	log       Logger

	// loading serializes loads.
	loading sync.Mutex
	// digest is that of the files that were loaded last without any problem.
	digest [sha256.Size]byte
	// loadedAt is when each file was last loaded without a problem.
	loadedAt map[string]string

	mu     sync.Mutex
	status contract.ProvisioningStatus
}

// NewProvisioner makes a provisioner for a directory; Run keeps it loaded.
func NewProvisioner(engine *Engine, org int64, directory string, log Logger) *Provisioner {
	return &Provisioner{
		engine: engine, org: org, directory: directory, log: log, loadedAt: map[string]string{},
		status: contract.ProvisioningStatus{Path: &directory, Files: []contract.ProvisionedFile{}},
	}
}

// Status tells what each file brought, and every problem with its place.
func (p *Provisioner) Status() contract.ProvisioningStatus {
	p.mu.Lock()
	defer p.mu.Unlock()
	status := p.status
	status.Files = append([]contract.ProvisionedFile{}, status.Files...)
	return status
}

// sync loads the directory: all sound files in one transaction. Problems of files are in Status; the error is one of the
// directory or the store, and leaves everything as it was. It also returns the folders it looked into.
func (p *Provisioner) sync(ctx context.Context) ([]string, error) {
	p.loading.Lock()
	defer p.loading.Unlock()
	files, folders, err := scan(p.directory)
	if err != nil {
		return nil, p.failed(fmt.Errorf("provisioning: %w", err))
	}
	digest := digestOf(files)
	if digest == p.digest {
		return folders, nil
	}
	read := readFiles(files)
	filter := access.System(p.org, "provisioning")
	by := p.engine.author(filter, ManagedByFile, "")
	var kept map[contract.Ref]string
	done, err := p.engine.commit(ctx, filter, by, false, func(before *state, from reader) (c *change, _ error) {
		firm, err := firmReviews(ctx, from)
		if err != nil {
			return nil, err
		}
		c, kept = planFiles(before, read, firm, by)
		return c, nil
	})
	if err != nil {
		return folders, p.failed(fmt.Errorf("provisioning: %w", err))
	}
	for _, file := range read {
		if !file.broken() {
			p.loadedAt[file.name] = contract.InstantText(by.at)
		}
	}
	status := p.statusOf(done, read, kept)
	p.digest = [sha256.Size]byte{}
	if problemsIn(status) == 0 {
		p.digest = digest
	}
	p.report(status, done)
	return folders, nil
}

// statusOf describes the outcome of a load.
func (p *Provisioner) statusOf(done *change, files []*provisioned, kept map[contract.Ref]string) contract.ProvisioningStatus {
	resources := map[string]int64{}
	for _, e := range done.after.all() {
		if e.stored.ManagedBy == ManagedByFile {
			resources[e.stored.File]++
		}
	}
	listed := map[string]int{}
	status := contract.ProvisioningStatus{Path: &p.directory, Files: []contract.ProvisionedFile{}}
	list := func(name string, problems []contract.ProblemItem) {
		file := contract.ProvisionedFile{File: name, Resources: resources[name], Errors: append([]contract.ProblemItem{}, problems...)}
		if at, ok := p.loadedAt[name]; ok {
			file.LoadedAt = &at
		}
		listed[name] = len(status.Files)
		status.Files = append(status.Files, file)
	}
	for _, file := range files {
		list(file.name, file.problems)
	}
	for _, e := range done.after.all() {
		why := kept[e.ref]
		if why == "" {
			continue
		}
		if _, ok := listed[e.stored.File]; !ok {
			list(e.stored.File, nil)
		}
		file := &status.Files[listed[e.stored.File]]
		file.Errors = append(file.Errors, keptProblem(e, why))
	}
	return status
}

// failed keeps what is known of the files and adds the error of the directory itself.
func (p *Provisioner) failed(err error) error {
	p.digest = [sha256.Size]byte{}
	p.mu.Lock()
	defer p.mu.Unlock()
	files := []contract.ProvisionedFile{{File: ".", Errors: []contract.ProblemItem{{Message: err.Error()}}}}
	for _, file := range p.status.Files {
		if file.File != "." {
			files = append(files, file)
		}
	}
	if len(p.status.Files) == 0 || p.status.Files[0].File != "." {
		p.log.Warn("Provisioned files could not be loaded", "directory", p.directory, "error", err)
	}
	p.status.Files = files
	return err
}

// report publishes a status and logs what is new in it.
func (p *Provisioner) report(status contract.ProvisioningStatus, done *change) {
	p.mu.Lock()
	before := map[string]bool{}
	for _, file := range p.status.Files {
		for _, problem := range file.Errors {
			before[problemLine(problem)] = true
		}
	}
	p.status = status
	p.mu.Unlock()
	if !done.nothing() {
		p.log.Info("Provisioned files were loaded", "directory", p.directory,
			"created", len(done.created), "changed", len(done.changed), "deleted", len(done.deleted))
	}
	for _, file := range status.Files {
		for _, problem := range file.Errors {
			if line := problemLine(problem); !before[line] {
				p.log.Warn("A provisioned file has a problem", "file", file.File, "problem", line)
			}
		}
	}
}

func problemsIn(status contract.ProvisioningStatus) (n int) {
	for _, file := range status.Files {
		n += len(file.Errors)
	}
	return n
}

func problemLine(problem contract.ProblemItem) string {
	line := problem.Message
	if problem.Path != "" {
		line = problem.Path + ": " + line
	}
	if problem.Line != nil && problem.Column != nil {
		line = fmt.Sprintf("line %d, column %d: %s", *problem.Line, *problem.Column, line)
	}
	if problem.File != nil {
		line = *problem.File + ": " + line
	}
	return line
}

func digestOf(files []fileOnDisk) [sha256.Size]byte {
	hash := sha256.New()
	for _, file := range files {
		fmt.Fprintf(hash, "%q %d %v\n", file.name, len(file.data), file.err)
		hash.Write(file.data)
	}
	return [sha256.Size]byte(hash.Sum(nil))
}
