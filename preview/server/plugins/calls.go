package plugins

import (
	"context"
	"errors"
	"io"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/genproto/pluginv2"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// Resource sends one resource call. receive is called once for each part of the answer in order: the first carries
// the status and the headers, the others only more body.
func (p *Process) Resource(ctx context.Context, request *backend.CallResourceRequest, receive func(*backend.CallResourceResponse) error) error {
	services, err := p.services()
	if err != nil {
		return err
	}
	stream, err := services.resource.CallResource(ctx, backend.ToProto().CallResourceRequest(request))
	if err != nil {
		return unavailable(err)
	}
	for {
		part, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return unavailable(err)
		}
		if err := receive(backend.FromProto().CallResourceResponse(part)); err != nil {
			return err
		}
	}
}

// Query sends a batch of data queries.
func (p *Process) Query(ctx context.Context, request *backend.QueryDataRequest) (*backend.QueryDataResponse, error) {
	services, err := p.services()
	if err != nil {
		return nil, err
	}
	response, err := services.data.QueryData(ctx, backend.ToProto().QueryDataRequest(request))
	if err != nil {
		return nil, unavailable(err)
	}
	return backend.FromProto().QueryDataResponse(response)
}

// Health asks the plugin how it is.
func (p *Process) Health(ctx context.Context, pluginContext backend.PluginContext) (*backend.CheckHealthResult, error) {
	services, err := p.services()
	if err != nil {
		return nil, err
	}
	response, err := services.diagnostics.CheckHealth(ctx, &pluginv2.CheckHealthRequest{
		PluginContext: backend.ToProto().PluginContext(pluginContext),
	})
	if err != nil {
		return nil, unavailable(err)
	}
	return backend.FromProto().CheckHealthResponse(response), nil
}

func unavailable(err error) error {
	if status.Code(err) == codes.Unavailable {
		return errors.Join(ErrUnavailable, err)
	}
	return err
}
