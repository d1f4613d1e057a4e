package web

import (
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/preview/server/people"
)

func (s *Server) currentUser(response http.ResponseWriter, _ *http.Request, who caller) {
	writeJSON(response, http.StatusOK, map[string]any{
		"id": who.person.ID, "login": who.person.Login, "name": who.person.Name, "email": who.person.Email,
		"orgId": orgID, "isGrafanaAdmin": who.person.Role == people.Admin, "theme": "", "isDisabled": false,
	})
}

func (s *Server) preferences(response http.ResponseWriter, _ *http.Request, who caller) {
	writeJSON(response, http.StatusOK, map[string]any{"language": who.person.Language})
}

// setPreferences takes the language; Grafana's other preferences stay as they are.
func (s *Server) setPreferences(response http.ResponseWriter, request *http.Request, who caller) {
	var body struct {
		Language *string `json:"language"`
	}
	if !readJSON(response, request, &body) {
		return
	}
	if body.Language != nil {
		s.People.SetLanguage(who.person.Login, *body.Language)
	}
	writeJSON(response, http.StatusOK, map[string]any{"message": "Preferences updated"})
}

func (s *Server) organisation(response http.ResponseWriter, _ *http.Request, _ caller) {
	writeJSON(response, http.StatusOK, map[string]any{"id": orgID, "name": orgName})
}

func (s *Server) orgUsers(response http.ResponseWriter, _ *http.Request, _ caller) {
	list := []map[string]any{}
	for _, person := range s.People.List() {
		list = append(list, map[string]any{
			"orgId": orgID, "userId": person.ID, "login": person.Login, "name": person.Name, "email": person.Email,
			"role": person.Role, "lastSeenAt": lastSeen(person), "created": person.Created.UTC().Format(time.RFC3339),
			"isDisabled": false,
		})
	}
	writeJSON(response, http.StatusOK, list)
}

// lastSeen is ten years before creation for somebody who was never here, as in Grafana.
func lastSeen(person people.Person) string {
	seen := person.LastSeen
	if seen.IsZero() {
		seen = person.Created.AddDate(-10, 0, 0)
	}
	return seen.UTC().Format(time.RFC3339)
}

func (s *Server) createUser(response http.ResponseWriter, request *http.Request, _ caller) {
	var given struct {
		Login, Name, Email, Password string
	}
	if !readJSON(response, request, &given) {
		return
	}
	person, err := s.People.Add(people.Person{
		Login: given.Login, Name: given.Name, Email: given.Email, Password: given.Password,
	})
	switch {
	case errors.Is(err, people.ErrExists):
		writeMessage(response, http.StatusPreconditionFailed, "user already exists")
	case err != nil:
		writeMessage(response, http.StatusBadRequest, err.Error())
	default:
		writeJSON(response, http.StatusOK, map[string]any{"id": person.ID, "message": "User created"})
	}
}

func (s *Server) lookUpUser(response http.ResponseWriter, request *http.Request, _ caller) {
	person, ok := s.People.Find(request.URL.Query().Get("loginOrEmail"))
	if !ok {
		writeMessage(response, http.StatusNotFound, "user not found")
		return
	}
	writeJSON(response, http.StatusOK, map[string]any{
		"id": person.ID, "login": person.Login, "name": person.Name, "email": person.Email, "orgId": orgID,
	})
}

func (s *Server) setRole(response http.ResponseWriter, request *http.Request, _ caller) {
	var given struct {
		Role string `json:"role"`
	}
	if !readJSON(response, request, &given) {
		return
	}
	if given.Role != people.Viewer && given.Role != people.Editor && given.Role != people.Admin {
		writeMessage(response, http.StatusBadRequest, "Invalid role specified")
		return
	}
	id, err := strconv.ParseInt(request.PathValue("id"), 10, 64)
	if err != nil || !s.People.SetRole(id, given.Role) {
		writeMessage(response, http.StatusNotFound, "user not found")
		return
	}
	writeMessage(response, http.StatusOK, "Organization user updated")
}

// searchDashboards answers with none: dashboards belong to Grafana.
func (s *Server) searchDashboards(response http.ResponseWriter, _ *http.Request, _ caller) {
	writeJSON(response, http.StatusOK, []any{})
}
