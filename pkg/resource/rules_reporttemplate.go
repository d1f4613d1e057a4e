package resource

import "github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"

func checkReportTemplate(c *check, spec *contract.ReportTemplateSpec) {
	names := make([]string, len(spec.Sections))
	for i, section := range spec.Sections {
		names[i] = section.Name
	}
	c.duplicates(names, func(i int) string { return indexed("/spec/sections", i, "name") }, "section")
}
