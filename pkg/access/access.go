// Package access decides who may see and do what. Its Filter is a parameter of every use case: what has none doesn't compile.
package access

import (
	"errors"
	"fmt"
	"strings"
)

// Role is a Grafana org role.
type Role int

// Roles in ascending order of what they may do.
const (
	None Role = iota
	Viewer
	Editor
	Admin
)

// ParseRole reads Grafana's role names; an unknown one has no rights.
func ParseRole(name string) Role {
	switch name {
	case "Viewer":
		return Viewer
	case "Editor":
		return Editor
	case "Admin", "Grafana Admin":
		return Admin
	}
	return None
}

// Caller is who asks: a Grafana user in one org.
type Caller struct {
	Org   int64
	Login string
	Name  string
	Email string
	Role  Role
}

// ErrForbidden says that the caller may know of the thing, but not do this to it.
var ErrForbidden = errors.New("forbidden")

// ErrUnauthenticated says that nobody is signed in.
var ErrUnauthenticated = errors.New("unauthenticated")

// Filter is what one caller may see and do. The zero value sees nothing.
type Filter struct {
	caller Caller
	system bool
	inTeam func(team string) bool
}

// For gives the filter of a caller.
func For(c Caller) Filter { return Filter{caller: c} }

// System gives the filter of the server's own work in one org, such as provisioning and scheduled collection.
func System(org int64, as string) Filter {
	return Filter{caller: Caller{Org: org, Login: as, Role: Admin}, system: true}
}

// Org is the Grafana org that everything asked through this filter belongs to.
func (f Filter) Org() int64 { return f.caller.Org }

// Actor names the caller in histories and observations: login, else e-mail, else name.
func (f Filter) Actor() string {
	for _, s := range []string{f.caller.Login, f.caller.Email, f.caller.Name} {
		if s != "" {
			return s
		}
	}
	return "unknown"
}

// Email is the caller's e-mail address; "" when Grafana knows none.
func (f Filter) Email() string { return f.caller.Email }

// teamPrefix marks a person of a document that is a Grafana team.
const teamPrefix = "team:"

// Team gives the name of the Grafana team that a person of a document, team:<name> in any case, stands for; false for anybody
// else.
func Team(person string) (name string, ok bool) {
	person = strings.TrimSpace(person)
	if len(person) < len(teamPrefix) || !strings.EqualFold(person[:len(teamPrefix)], teamPrefix) {
		return "", false
	}
	return person[len(teamPrefix):], true
}

// InTeams gives the filter of the same caller as a member of teams: Is then takes for the caller a team that member reports them
// to be in. It is asked for every mention of a team.
func (f Filter) InTeams(member func(team string) bool) Filter {
	f.inTeam = member
	return f
}

// Is reports whether a person of a document is the caller: a Grafana login or e-mail in any case, and, where InTeams says who
// is in which, a team of theirs.
func (f Filter) Is(person string) bool {
	if team, ok := Team(person); ok {
		return f.inTeam != nil && f.inTeam(team)
	}
	person = strings.TrimSpace(person)
	return person != "" && (strings.EqualFold(person, f.caller.Login) || strings.EqualFold(person, f.caller.Email))
}

// IsSystem reports whether the server itself acts.
func (f Filter) IsSystem() bool { return f.system }

// Scope names what the caller sees: callers with the same scope get the same answers.
func (f Filter) Scope() string {
	if f.caller.Role >= Viewer {
		return "org"
	}
	return ""
}

// Require refuses callers below the role: ErrUnauthenticated without any role, else ErrForbidden.
func (f Filter) Require(role Role, action string) error {
	switch {
	case f.caller.Role == None:
		return ErrUnauthenticated
	case f.caller.Role < role:
		return fmt.Errorf("%w: %s needs the role %s", ErrForbidden, action, roleNames[role])
	}
	return nil
}

var roleNames = map[Role]string{Viewer: "Viewer", Editor: "Editor", Admin: "Admin"}

// SeesKind reports whether resources of the kind may be read at all.
func (f Filter) SeesKind(kind string) bool { return f.caller.Role >= Viewer }

// SeesResource reports whether one resource may be read; one that may not is answered as unknown.
func (f Filter) SeesResource(kind, name string) bool { return f.SeesKind(kind) }

// SeesUnit reports whether values of the unit may be read; one that may not is answered as unknown.
func (f Filter) SeesUnit(unit string) bool { return f.caller.Role >= Viewer }

// MayWrite reports whether resources of the kind may be changed.
func (f Filter) MayWrite(kind string) bool { return f.caller.Role >= Editor }
