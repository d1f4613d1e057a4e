// Package people holds who may use the preview: persons with a password, sessions, and the service account of the
// plugin. It is a stand-in for Grafana's own user management and keeps everything in memory.
package people

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"slices"
	"sort"
	"strings"
	"sync"
	"time"

	"go.yaml.in/yaml/v4"
)

// Roles of Grafana, from the least to the most.
const (
	Viewer = "Viewer"
	Editor = "Editor"
	Admin  = "Admin"
)

// ErrExists is returned for the login of a user or the name of a team that is taken.
var ErrExists = errors.New("user already exists")

// Person is a member of the organisation.
type Person struct {
	ID       int64
	Login    string   `yaml:"login"`
	Name     string   `yaml:"name"`
	Email    string   `yaml:"email"`
	Role     string   `yaml:"role"`
	Teams    []string `yaml:"teams"`
	Password string   `yaml:"password"`
	// Language of the pages, such as de-DE; empty for English.
	Language string    `yaml:"language"`
	LastSeen time.Time `yaml:"-"`
	Created  time.Time `yaml:"-"`
}

// Team is a named group of persons.
type Team struct {
	ID      int64
	Name    string
	Members []Person
}

// Directory is safe for concurrent use.
type Directory struct {
	mu       sync.Mutex
	byLogin  map[string]*Person
	sessions map[string]string
	// teams are the names of all teams, in the order in which they came; a team's id is its place, from 1.
	teams []string
	now   func() time.Time
}

// Load reads the persons of a YAML file: {users: [{login, name, email, role, teams, password?}]}. Without a password
// it is the login.
func Load(path string, now func() time.Time) (*Directory, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var file struct {
		Users []Person `yaml:"users"`
	}
	if err := yaml.Unmarshal(content, &file); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	directory := &Directory{byLogin: map[string]*Person{}, sessions: map[string]string{}, now: now}
	for _, person := range file.Users {
		if person.Password == "" {
			person.Password = person.Login
		}
		if _, err := directory.Add(person); err != nil {
			return nil, fmt.Errorf("%s: %s: %w", path, person.Login, err)
		}
	}
	return directory, nil
}

// Add takes a new person in; a missing role is Viewer.
func (d *Directory) Add(person Person) (Person, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if person.Login == "" {
		return Person{}, errors.New("login is required")
	}
	if _, taken := d.byLogin[person.Login]; taken {
		return Person{}, ErrExists
	}
	if person.Role == "" {
		person.Role = Viewer
	}
	if person.Email == "" {
		person.Email = person.Login + "@localhost"
	}
	if person.Name == "" {
		person.Name = person.Login
	}
	person.ID = int64(len(d.byLogin) + 1)
	person.Created = d.now()
	for _, team := range person.Teams {
		if !slices.Contains(d.teams, team) {
			d.teams = append(d.teams, team)
		}
	}
	d.byLogin[person.Login] = &person
	return person, nil
}

// Check returns the person when the password is right.
func (d *Directory) Check(loginOrEmail, password string) (Person, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	person := d.find(loginOrEmail)
	if person == nil || subtle.ConstantTimeCompare([]byte(person.Password), []byte(password)) != 1 {
		return Person{}, false
	}
	person.LastSeen = d.now()
	return *person, true
}

// Find returns the person with that login or email.
func (d *Directory) Find(loginOrEmail string) (Person, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if person := d.find(loginOrEmail); person != nil {
		return *person, true
	}
	return Person{}, false
}

func (d *Directory) find(loginOrEmail string) *Person {
	if person, ok := d.byLogin[loginOrEmail]; ok {
		return person
	}
	for _, person := range d.byLogin {
		if strings.EqualFold(person.Email, loginOrEmail) {
			return person
		}
	}
	return nil
}

// SetRole changes a person's role; false when there is no such person.
func (d *Directory) SetRole(id int64, role string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, person := range d.byLogin {
		if person.ID == id {
			person.Role = role
			return true
		}
	}
	return false
}

// SetLanguage changes the language that a person's pages speak; empty for English.
func (d *Directory) SetLanguage(login, language string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if person, ok := d.byLogin[login]; ok {
		person.Language = language
	}
}

// OpenSession returns a new secret that stands for the person.
func (d *Directory) OpenSession(login string) string {
	secret := Secret()
	d.mu.Lock()
	defer d.mu.Unlock()
	d.sessions[secret] = login
	return secret
}

// CloseSession forgets the secret.
func (d *Directory) CloseSession(secret string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.sessions, secret)
}

// Session returns the person that the secret stands for and notes that they were here.
func (d *Directory) Session(secret string) (Person, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	login, ok := d.sessions[secret]
	if !ok {
		return Person{}, false
	}
	person := d.byLogin[login]
	person.LastSeen = d.now()
	return *person, true
}

// List returns all persons, ordered by id.
func (d *Directory) List() []Person {
	d.mu.Lock()
	defer d.mu.Unlock()
	all := make([]Person, 0, len(d.byLogin))
	for _, person := range d.byLogin {
		all = append(all, *person)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].ID < all[j].ID })
	return all
}

// AddTeam makes a team without members.
func (d *Directory) AddTeam(name string) (Team, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if name == "" {
		return Team{}, errors.New("name is required")
	}
	if slices.ContainsFunc(d.teams, func(team string) bool { return strings.EqualFold(team, name) }) {
		return Team{}, ErrExists
	}
	d.teams = append(d.teams, name)
	return Team{ID: int64(len(d.teams)), Name: name}, nil
}

// Join makes a person a member of a team; false when there is no such person.
func (d *Directory) Join(team string, id int64) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, person := range d.byLogin {
		if person.ID == id {
			if !slices.Contains(person.Teams, team) {
				person.Teams = append(slices.Clone(person.Teams), team)
			}
			return true
		}
	}
	return false
}

// Teams returns all teams with their members, ordered by name.
func (d *Directory) Teams() []Team {
	persons := d.List()
	d.mu.Lock()
	teams := make([]Team, len(d.teams))
	for i, name := range d.teams {
		teams[i] = Team{ID: int64(i + 1), Name: name}
	}
	d.mu.Unlock()
	for i := range teams {
		for _, person := range persons {
			if slices.Contains(person.Teams, teams[i].Name) {
				teams[i].Members = append(teams[i].Members, person)
			}
		}
	}
	sort.Slice(teams, func(i, j int) bool { return teams[i].Name < teams[j].Name })
	return teams
}

// Secret is a random string that can't be guessed.
func Secret() string {
	bytes := make([]byte, 24)
	rand.Read(bytes) // never fails: it ends the program instead
	return hex.EncodeToString(bytes)
}
