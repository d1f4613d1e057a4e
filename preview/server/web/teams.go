package web

import (
	"errors"
	"net/http"
	"strconv"
	"strings"

	"github.com/bsc-scorecard/bsc-scorecard-app/preview/server/people"
)

// teamsPerPage is how many teams Grafana gives when it isn't told.
const teamsPerPage = 1000

// searchTeams answers with a page of the teams whose name holds query, and is name where that is given.
func (s *Server) searchTeams(response http.ResponseWriter, request *http.Request, _ caller) {
	asked := request.URL.Query()
	query, name := strings.ToLower(asked.Get("query")), asked.Get("name")
	var found []people.Team
	for _, team := range s.People.Teams() {
		if strings.Contains(strings.ToLower(team.Name), query) && (name == "" || strings.EqualFold(name, team.Name)) {
			found = append(found, team)
		}
	}
	page, perPage := atLeastOne(asked.Get("page"), 1), atLeastOne(asked.Get("perpage"), teamsPerPage)
	from := min((page-1)*perPage, len(found))
	teams := []map[string]any{}
	for _, team := range found[from:min(from+perPage, len(found))] {
		teams = append(teams, map[string]any{
			"id": team.ID, "uid": teamUID(team), "orgId": orgID, "name": team.Name, "email": "", "externalUID": "",
			"isProvisioned": false, "avatarUrl": "", "memberCount": len(team.Members), "permission": 0, "accessControl": nil,
		})
	}
	writeJSON(response, http.StatusOK, map[string]any{
		"totalCount": len(found), "teams": teams, "page": page, "perPage": perPage,
	})
}

// atLeastOne reads a whole number above 0; anything else is the usual one.
func atLeastOne(text string, usual int) int {
	if n, err := strconv.Atoi(text); err == nil && n > 0 {
		return n
	}
	return usual
}

func teamUID(team people.Team) string { return "team-" + strconv.FormatInt(team.ID, 10) }

// teamOf finds the team that the path names by id or uid.
func (s *Server) teamOf(request *http.Request) (people.Team, bool) {
	wanted := request.PathValue("id")
	for _, team := range s.People.Teams() {
		if wanted == teamUID(team) || wanted == strconv.FormatInt(team.ID, 10) {
			return team, true
		}
	}
	return people.Team{}, false
}

func (s *Server) teamMembers(response http.ResponseWriter, request *http.Request, _ caller) {
	team, found := s.teamOf(request)
	if !found {
		writeMessage(response, http.StatusNotFound, "team not found")
		return
	}
	members := []map[string]any{}
	for _, person := range team.Members {
		members = append(members, map[string]any{
			"orgId": orgID, "teamId": team.ID, "teamUID": teamUID(team), "userId": person.ID, "login": person.Login, "name": person.Name,
			"email": person.Email, "avatarUrl": "", "auth_module": "", "labels": []string{}, "permission": 0,
		})
	}
	writeJSON(response, http.StatusOK, members)
}

func (s *Server) createTeam(response http.ResponseWriter, request *http.Request, _ caller) {
	var given struct {
		Name string `json:"name"`
	}
	if !readJSON(response, request, &given) {
		return
	}
	team, err := s.People.AddTeam(given.Name)
	switch {
	case errors.Is(err, people.ErrExists):
		writeMessage(response, http.StatusConflict, "Team name taken")
	case err != nil:
		writeMessage(response, http.StatusBadRequest, err.Error())
	default:
		writeJSON(response, http.StatusOK, map[string]any{"teamId": team.ID, "uid": teamUID(team), "message": "Team created"})
	}
}

func (s *Server) joinTeam(response http.ResponseWriter, request *http.Request, _ caller) {
	var given struct {
		UserID int64 `json:"userId"`
	}
	if !readJSON(response, request, &given) {
		return
	}
	team, found := s.teamOf(request)
	if !found || !s.People.Join(team.Name, given.UserID) {
		writeMessage(response, http.StatusNotFound, "team or user not found")
		return
	}
	writeMessage(response, http.StatusOK, "Member added to Team")
}
