package grafana

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/collection"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
)

// User is a member of a Grafana org.
type User struct {
	Login      string    `json:"login"`
	Email      string    `json:"email"`
	Name       string    `json:"name"`
	Role       string    `json:"role"`
	LastSeenAt time.Time `json:"lastSeenAt"`
}

// Users lists the members of the org.
func (c *Client) Users(ctx context.Context, org int64) ([]User, error) {
	var users []User
	err := c.get(ctx, org, "/api/org/users", &users)
	return users, err
}

type team struct {
	ID   int64  `json:"id"`
	Name string `json:"name"`
}

// teamsPerPage is how many teams are read at once.
const teamsPerPage = 1000

// Teams lists the names of the org's teams.
func (c *Client) Teams(ctx context.Context, org int64) ([]string, error) {
	teams, err := c.teams(ctx, org, "")
	names := make([]string, len(teams))
	for i, t := range teams {
		names[i] = t.Name
	}
	return names, err
}

func (c *Client) teams(ctx context.Context, org int64, query string) ([]team, error) {
	var all []team
	for page := 1; ; page++ {
		var found struct {
			TotalCount int    `json:"totalCount"`
			Teams      []team `json:"teams"`
		}
		path := fmt.Sprintf("/api/teams/search?perpage=%d&page=%d&query=%s", teamsPerPage, page, url.QueryEscape(query))
		if err := c.get(ctx, org, path, &found); err != nil {
			return nil, err
		}
		all = append(all, found.Teams...)
		if len(found.Teams) == 0 || len(all) >= found.TotalCount {
			return all, nil
		}
	}
}

var _ collection.Teams = (*Client)(nil)

// Members implements collection.Teams.
func (c *Client) Members(ctx context.Context, org int64, name string) ([]string, error) {
	teams, err := c.teams(ctx, org, name)
	if err != nil {
		return nil, err
	}
	for _, t := range teams {
		if !strings.EqualFold(t.Name, name) {
			continue
		}
		var members []struct{ Login, Email string }
		if err := c.get(ctx, org, fmt.Sprintf("/api/teams/%d/members", t.ID), &members); err != nil {
			return nil, err
		}
		var people []string
		for _, m := range members {
			people = append(people, m.Login, m.Email)
		}
		return people, nil
	}
	return nil, nil
}

const (
	statusTimeout = 5 * time.Second
	statusAge     = 15 * time.Second
)

// Status reports whether Grafana's API answers with the org's credentials. It is remembered for a few seconds.
func (c *Client) Status(ctx context.Context, org int64) contract.GrafanaStatus {
	c.mu.Lock()
	last, ok := c.statuses[org]
	c.mu.Unlock()
	if ok && c.now().Sub(last.at) < statusAge {
		return last.status
	}
	status := contract.GrafanaStatus{Credentials: c.Credentials(org).Source}
	if status.Credentials == NoCredentials {
		status.Message = noCredentials
		return status
	}
	bounded, cancel := context.WithTimeout(ctx, statusTimeout)
	defer cancel()
	a, err := c.call(bounded, org, http.MethodGet, "/api/datasources", nil)
	switch {
	case err != nil:
		status.Message = err.Error()
	case a.status != http.StatusOK:
		status.Message = refusal(a).Error()
	default:
		status.Ok, status.Message = true, "Grafana's API answers."
	}
	if ctx.Err() == nil {
		c.mu.Lock()
		c.statuses[org] = remembered{status, c.now()}
		c.mu.Unlock()
	}
	return status
}
