package web

import (
	"context"
	"crypto/subtle"
	"net/http"
	"net/url"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/preview/server/people"
)

const sessionCookie = "grafana_session"

// caller is who sends a request: a person, or the plugin's service account with the permissions that plugin.json
// asks for.
type caller struct {
	person      people.Person
	permissions map[string]bool // of the service account; nil for persons
}

// Actions, named as in Grafana, that a request may need. Persons have them by role.
const (
	readDataSources  = "datasources:read"
	queryDataSources = "datasources:query"
	readUsers        = "org.users:read"
	readTeams        = "teams:read"
	readTeamMembers  = "teams.permissions:read"
	accessPlugin     = "plugins.app:access"
	administer       = "preview:administer"
)

// roleNeeded is the least role of a person for an action; what isn't listed needs Viewer.
var roleNeeded = map[string]string{
	readUsers:       people.Admin,
	readTeams:       people.Admin,
	readTeamMembers: people.Admin,
	administer:      people.Admin,
}

func (c caller) may(action string) bool {
	if c.permissions != nil {
		return c.permissions[action]
	}
	return rank(c.person.Role) >= rank(roleNeeded[action])
}

func rank(role string) int {
	switch role {
	case people.Admin:
		return 2
	case people.Editor:
		return 1
	default:
		return 0
	}
}

type callerKey struct{}

// identify finds the caller of a request by bearer token, basic auth or session.
func (s *Server) identify(request *http.Request) (caller, bool) {
	if token, ok := strings.CutPrefix(request.Header.Get("Authorization"), "Bearer "); ok {
		if subtle.ConstantTimeCompare([]byte(token), []byte(s.AccountToken)) == 1 {
			return s.account, true
		}
		return caller{}, false
	}
	if login, password, ok := request.BasicAuth(); ok {
		person, ok := s.People.Check(login, password)
		return caller{person: person}, ok
	}
	if cookie, err := request.Cookie(sessionCookie); err == nil {
		person, ok := s.People.Session(cookie.Value)
		return caller{person: person}, ok
	}
	return caller{}, false
}

// needs lets only callers through who may do the action.
func (s *Server) needs(action string, handle func(http.ResponseWriter, *http.Request, caller)) http.Handler {
	return http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		who, known := s.identify(request)
		if !known {
			writeMessage(response, http.StatusUnauthorized, "Unauthorized")
			return
		}
		if !who.may(action) {
			writeMessage(response, http.StatusForbidden, "You'll need additional permissions to perform this action. Permissions needed: "+action)
			return
		}
		handle(response, request.WithContext(context.WithValue(request.Context(), callerKey{}, who)), who)
	})
}

// login opens a session: JSON {user, password} as Grafana's own page sends it.
func (s *Server) login(response http.ResponseWriter, request *http.Request) {
	var given struct {
		User     string `json:"user"`
		Password string `json:"password"`
	}
	if !readJSON(response, request, &given) {
		return
	}
	person, ok := s.People.Check(given.User, given.Password)
	if !ok {
		writeMessage(response, http.StatusUnauthorized, "Invalid username or password")
		return
	}
	http.SetCookie(response, &http.Cookie{
		Name: sessionCookie, Value: s.People.OpenSession(person.Login), Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode,
	})
	writeMessage(response, http.StatusOK, "Logged in")
}

func (s *Server) logout(response http.ResponseWriter, request *http.Request) {
	if cookie, err := request.Cookie(sessionCookie); err == nil {
		s.People.CloseSession(cookie.Value)
	}
	http.SetCookie(response, &http.Cookie{Name: sessionCookie, Path: "/", MaxAge: -1})
	http.Redirect(response, request, "/login", http.StatusFound)
}

// redirectToLogin sends a person who isn't logged in to the login page, and back afterwards.
func redirectToLogin(response http.ResponseWriter, request *http.Request) {
	http.Redirect(response, request, "/login?redirectTo="+url.QueryEscape(request.URL.RequestURI()), http.StatusFound)
}
