package resource

import (
	"net/mail"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/sentence"
)

func checkReportTemplate(c *check, spec *contract.ReportTemplateSpec) {
	names := make([]string, len(spec.Sections))
	for i, section := range spec.Sections {
		names[i] = section.Name
		path := item("/spec/sections", i)
		c.duplicates(section.Kpis, func(i int) string { return item(path+"/kpis", i) }, sentence.KpiTwice)
		c.duplicates(section.Statuses, func(i int) string { return item(path+"/statuses", i) }, sentence.StatusTwice)
	}
	c.duplicates(names, func(i int) string { return indexed("/spec/sections", i, "name") }, sentence.SectionTwice)
	recipients := make([]string, len(spec.Subscribers))
	for i, subscriber := range spec.Subscribers {
		recipients[i] = c.subscriber(subscriber, item("/spec/subscribers", i))
	}
	c.duplicates(recipients, func(i int) string { return item("/spec/subscribers", i) }, sentence.SubscriberTwice)
}

// subscriber checks that a report can reach one, and says in words who it is.
func (c *check) subscriber(subscriber contract.Subscriber, path string) string {
	channel := "app"
	switch {
	case subscriber.Channel != nil:
		channel = *subscriber.Channel
	case subscriber.Person == nil:
		channel = "webhook"
	}
	if channel == "webhook" {
		return channel
	}
	if subscriber.Person == nil {
		c.refuse(path+"/person", sentence.RecipientMissing(channel))
		return path
	}
	if channel == "email" && !mailAddress(*subscriber.Person) {
		c.refuse(path+"/person", sentence.NoMailAddress)
	}
	return *subscriber.Person + " (" + channel + ")"
}

// mailAddress reports whether a text is an e-mail address and nothing else.
func mailAddress(text string) bool {
	parsed, err := mail.ParseAddress(text)
	return err == nil && parsed.Address == text
}
