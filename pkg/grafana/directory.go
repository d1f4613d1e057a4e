package grafana

import (
	"context"
	"slices"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

var _ resource.Directory = (*Client)(nil)

// teamPrefix marks a person of a document that is a team.
const teamPrefix = "team:"

// Unknown implements resource.Directory.
func (c *Client) Unknown(ctx context.Context, org int64, people []string) ([]string, error) {
	if len(people) == 0 {
		return nil, nil
	}
	users, err := c.Users(ctx, org)
	if err != nil {
		return nil, err
	}
	teams, err := c.Teams(ctx, org)
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, u := range users {
		known[key(u.Login)], known[key(u.Email)] = true, true
	}
	for _, t := range teams {
		known[teamPrefix+key(t)] = true
	}
	return slices.DeleteFunc(slices.Clone(people), func(person string) bool { return known[key(person)] }), nil
}

// key is how people are compared.
func key(person string) string { return strings.ToLower(strings.TrimSpace(person)) }
