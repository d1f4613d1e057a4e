package resource

import (
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// gaps lists what a KPI lacks without being refused: owner, steward, driver, source. A query without any data source (its
// own, its dataset's or its system's) has no source.
func (s *state) gaps(kpi *contract.KpiSpec) []string {
	gaps := []string{}
	for _, duty := range []struct {
		name  string
		value *string
	}{{"owner", kpi.Owner}, {"steward", kpi.Steward}, {"driver", kpi.ValueDriver}} {
		if strings.TrimSpace(text(duty.value)) == "" {
			gaps = append(gaps, duty.name)
		}
	}
	if kpi.Source.Type == "" || kpi.Source.Type == sourceQuery && !s.hasDatasource(kpi.Source) {
		gaps = append(gaps, "source")
	}
	return gaps
}

func (s *state) hasDatasource(source contract.KpiSource) bool {
	if source.Datasource != nil || s.systemHasDatasource(source.System) || queryNamesDatasource(source.Query) {
		return true
	}
	if source.Dataset == nil {
		return false
	}
	dataset := find[contract.DatasetSpec](s, "Dataset", *source.Dataset)
	return dataset != nil && (dataset.Datasource != nil || s.systemHasDatasource(dataset.System) || queryNamesDatasource(dataset.Query))
}

func (s *state) systemHasDatasource(name *string) bool {
	system := find[contract.SourceSystemSpec](s, "SourceSystem", text(name))
	return system != nil && system.Datasource != nil
}

// queryNamesDatasource looks for the data source that Grafana's query editors write into the query model itself.
func queryNamesDatasource(query map[string]any) bool {
	datasource, _ := query["datasource"].(map[string]any)
	uid, _ := datasource["uid"].(string)
	return uid != ""
}
