package followup

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/access"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/contract"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

// Feed is a calendar feed of one person. Its token is nowhere kept, only the token's SHA-256.
type Feed struct {
	ID   string
	Hash string
	// Person and Email are whose feed it is, as Grafana knows them.
	Person, Email string
	Title         string
	CreatedAt     time.Time
	// RevokedAt and LastUsedAt are zero for never.
	RevokedAt, LastUsedAt time.Time
}

// FeedStore keeps calendar feeds.
type FeedStore interface {
	SaveFeed(ctx context.Context, org int64, feed Feed) error
	// Feeds lists the feeds of a person, of all when "", newest first.
	Feeds(ctx context.Context, org int64, person string) ([]Feed, error)
	// FeedByHash finds the feed of a token; resource.ErrNotFound when there is none.
	FeedByHash(ctx context.Context, org int64, hash string) (Feed, error)
	// RevokeFeed ends a feed at a time, once; resource.ErrNotFound when there is none of that id, of the person unless "".
	RevokeFeed(ctx context.Context, org int64, id, person string, at time.Time) error
	// TouchFeed notes that a feed was used, unless that was noted less than a while ago.
	TouchFeed(ctx context.Context, org int64, id string, at time.Time, every time.Duration) error
}

const (
	tokenBytes = 32
	// touchEvery is how often the use of a feed is noted at most.
	touchEvery = time.Minute
)

// CreateFeed makes a calendar feed for the caller. Its token is in this answer only; a dry run makes neither.
func (s *Service) CreateFeed(ctx context.Context, f access.Filter, request contract.FeedTokenRequest, dryRun bool) (contract.FeedToken, error) {
	if err := f.Require(access.Viewer, "making a calendar feed"); err != nil {
		return contract.FeedToken{}, err
	}
	secret := make([]byte, tokenBytes)
	if _, err := rand.Read(secret); err != nil {
		return contract.FeedToken{}, fmt.Errorf("make a token: %w", err)
	}
	id, err := uuid.NewV7()
	if err != nil {
		return contract.FeedToken{}, fmt.Errorf("make an id: %w", err)
	}
	token := base64.RawURLEncoding.EncodeToString(secret)
	feed := Feed{
		ID: id.String(), Hash: hashOf(token), Person: f.Actor(), Email: f.Email(), Title: or(request.Title, ""),
		CreatedAt: s.Now().UTC().Truncate(time.Millisecond),
	}
	if dryRun {
		return feed.shown(), nil
	}
	if err := s.FeedTokens.SaveFeed(ctx, f.Org(), feed); err != nil {
		return contract.FeedToken{}, err
	}
	made := feed.shown()
	path := "/actions/feed.ics?token=" + url.QueryEscape(token)
	made.Token, made.Path = &token, &path
	return made, nil
}

// Feeds lists the caller's calendar feeds, those of everybody for administrators.
func (s *Service) Feeds(ctx context.Context, f access.Filter) (contract.FeedTokenList, error) {
	list := contract.FeedTokenList{Items: []contract.FeedToken{}}
	if err := f.Require(access.Viewer, "reading calendar feeds"); err != nil {
		return list, err
	}
	feeds, err := s.FeedTokens.Feeds(ctx, f.Org(), ownerScope(f))
	for _, feed := range feeds {
		list.Items = append(list.Items, feed.shown())
	}
	return list, err
}

// RevokeFeed ends a calendar feed for good: the caller's own, anybody's for administrators. Any other is unknown. A dry run only
// says whether it is.
func (s *Service) RevokeFeed(ctx context.Context, f access.Filter, id string, dryRun bool) error {
	if err := f.Require(access.Viewer, "revoking a calendar feed"); err != nil {
		return err
	}
	if dryRun {
		feeds, err := s.FeedTokens.Feeds(ctx, f.Org(), ownerScope(f))
		if err == nil && !slices.ContainsFunc(feeds, func(feed Feed) bool { return feed.ID == id }) {
			err = resource.ErrNotFound
		}
		return err
	}
	return s.FeedTokens.RevokeFeed(ctx, f.Org(), id, ownerScope(f), s.Now())
}

// ownerScope is whose feeds the caller may see: "" means everybody's.
func ownerScope(f access.Filter) string {
	if f.Require(access.Admin, "") == nil {
		return ""
	}
	return f.Actor()
}

// feedOf finds the feed of a token and notes its use. An unknown or revoked token is resource.ErrNotFound.
func (s *Service) feedOf(ctx context.Context, org int64, token string) (Feed, error) {
	hash := hashOf(token)
	feed, err := s.FeedTokens.FeedByHash(ctx, org, hash)
	if err != nil {
		return feed, err
	}
	if subtle.ConstantTimeCompare([]byte(feed.Hash), []byte(hash)) != 1 || !feed.RevokedAt.IsZero() {
		return feed, resource.ErrNotFound
	}
	err = s.FeedTokens.TouchFeed(ctx, org, feed.ID, s.Now(), touchEvery)
	if errors.Is(err, resource.ErrUnavailable) { // a calendar is read from a store that can't be written as well
		err = nil
	}
	return feed, err
}

func hashOf(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

func (f Feed) shown() contract.FeedToken {
	shown := contract.FeedToken{ID: f.ID, Person: f.Person, CreatedAt: contract.InstantText(f.CreatedAt)}
	if f.Title != "" {
		shown.Title = &f.Title
	}
	shown.RevokedAt, shown.LastUsedAt = optional(f.RevokedAt), optional(f.LastUsedAt)
	return shown
}

// optional writes an instant; nil for zero.
func optional(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	text := contract.InstantText(t)
	return &text
}
