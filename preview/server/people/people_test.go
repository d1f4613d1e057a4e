package people

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func directory(t *testing.T, content string) *Directory {
	t.Helper()
	path := filepath.Join(t.TempDir(), "users.yaml")
	require.NoError(t, os.WriteFile(path, []byte(content), 0o644))
	loaded, err := Load(path, func() time.Time { return time.Unix(1000, 0) })
	require.NoError(t, err)
	return loaded
}

const users = `users:
  - { login: anna, email: anna@example.com, role: Admin, teams: [Office, Sales] }
  - { login: ben, password: other, teams: [Sales] }
`

func TestThePasswordIsTheLoginUnlessGiven(t *testing.T) {
	people := directory(t, users)
	for _, c := range []struct {
		login, password string
		want            bool
	}{
		{"anna", "anna", true}, {"ANNA@example.com", "anna", true}, {"anna", "", false},
		{"ben", "ben", false}, {"ben", "other", true}, {"nobody", "nobody", false},
	} {
		_, ok := people.Check(c.login, c.password)
		require.Equal(t, c.want, ok, "%s / %s", c.login, c.password)
	}
}

func TestASessionEnds(t *testing.T) {
	people := directory(t, users)
	secret := people.OpenSession("ben")
	person, ok := people.Session(secret)
	require.True(t, ok)
	require.Equal(t, "ben", person.Login)
	require.Equal(t, Viewer, person.Role, "the role of somebody without one")

	people.CloseSession(secret)
	_, ok = people.Session(secret)
	require.False(t, ok)
}

func TestTeamsHoldWhoNamesThem(t *testing.T) {
	teams := directory(t, users).Teams()
	require.Len(t, teams, 2)
	require.Equal(t, "Office", teams[0].Name)
	require.Len(t, teams[1].Members, 2)
}

func TestALoginIsTakenOnce(t *testing.T) {
	people := directory(t, users)
	_, err := people.Add(Person{Login: "ben"})
	require.ErrorIs(t, err, ErrExists)
	_, err = people.Add(Person{})
	require.ErrorContains(t, err, "login is required")
}
