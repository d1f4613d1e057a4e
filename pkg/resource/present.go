package resource

import (
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// content is what histories compare: the document, with archived where it is set.
func content(document []byte, archived bool) any {
	value, err := decodeValue(document)
	if err != nil {
		return nil
	}
	if fields, ok := value.(map[string]any); ok && archived {
		if metadata, ok := fields["metadata"].(map[string]any); ok {
			metadata["archived"] = true
		}
	}
	return value
}

// resource gives the entry as it travels, with what the server knows and computes.
func (s *state) resource(e *entry) contract.Resource {
	version := int64(e.stored.Version)
	createdAt, updatedAt := contract.InstantText(e.stored.CreatedAt), contract.InstantText(e.stored.UpdatedAt)
	result := contract.Resource{
		APIVersion: contract.APIVersion,
		Kind:       e.ref.Kind,
		Metadata: contract.Metadata{
			Name: e.ref.Name, Version: &version, Labels: e.stored.Labels, ManagedBy: &e.stored.ManagedBy,
			CreatedAt: &createdAt, CreatedBy: &e.stored.CreatedBy,
			UpdatedAt: &updatedAt, UpdatedBy: &e.stored.UpdatedBy,
		},
		Status: s.status(e),
	}
	if e.stored.File != "" {
		result.Metadata.File = &e.stored.File
	}
	if e.stored.Archived {
		result.Metadata.Archived = &e.stored.Archived
	}
	result.Spec, _ = e.value["spec"].(map[string]any)
	return result
}

// status is what the server computes of a resource; nil for kinds without any.
func (s *state) status(e *entry) map[string]any {
	if kpi, ok := e.spec.(*contract.KpiSpec); ok {
		return map[string]any{"gaps": s.gaps(kpi)}
	}
	return nil
}
