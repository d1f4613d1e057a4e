package main

import (
	"context"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/grafana"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/job"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/store"
)

// parts are what the server's status is made of. provisioner is nil without a directory of files.
type parts struct {
	store       *store.Store
	client      *grafana.Client
	jobs        *job.Jobs
	collector   *collection.Collector
	provisioner *resource.Provisioner
}

// status describes the running parts. What a store out of reach can't tell is left out.
func (p parts) status(ctx context.Context, f access.Filter) (contract.ServerStatus, error) {
	if err := f.Require(access.Admin, "reading the server's status"); err != nil {
		return contract.ServerStatus{}, err
	}
	status := contract.ServerStatus{
		Version:      version,
		Store:        contract.StoreStatus{Engine: p.store.Engine(), Ok: true, Message: "The store can be read and written."},
		Grafana:      p.client.Status(ctx, f.Org()),
		Schedule:     p.jobs.Status(ctx, f.Org()),
		Provisioning: contract.ProvisioningStatus{Files: []contract.ProvisionedFile{}},
		DataSources:  []contract.DataSourceStatus{},
	}
	if err := p.store.Ping(ctx); err != nil {
		status.Store.Ok, status.Store.Message = false, err.Error()
	} else if status.DataSources, err = p.collector.DataSources(ctx, f); err != nil {
		return contract.ServerStatus{}, err
	}
	if p.provisioner != nil {
		status.Provisioning = p.provisioner.Status()
	}
	return status, nil
}

// provisioningErrors counts the problems of provisioned files.
func (p parts) provisioningErrors() (n int) {
	if p.provisioner == nil {
		return 0
	}
	for _, file := range p.provisioner.Status().Files {
		n += len(file.Errors)
	}
	return n
}
