package store

import (
	"context"
	"database/sql"
	"time"

	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/followup"
	"github.com/bsc-scorecard/bsc-scorecard-app/pkg/resource"
)

var (
	_ followup.FeedStore = (*Store)(nil)
	_ followup.WorkStore = (*Store)(nil)
)

const feedColumns = `id, hash, person, email, title, created_at, revoked_at, last_used_at`

// SaveFeed implements followup.FeedStore.
func (s *Store) SaveFeed(ctx context.Context, org int64, feed followup.Feed) error {
	return s.writing(ctx, "save a calendar feed", func(q session) error {
		return q.exec(ctx, `INSERT INTO feed_tokens (org, `+feedColumns+`) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			org, feed.ID, feed.Hash, feed.Person, feed.Email, feed.Title,
			millis(feed.CreatedAt), millisOrZero(feed.RevokedAt), millisOrZero(feed.LastUsedAt))
	})
}

// Feeds implements followup.FeedStore.
func (s *Store) Feeds(ctx context.Context, org int64, person string) (feeds []followup.Feed, err error) {
	err = s.reading(ctx, "list calendar feeds", func(q session) error {
		feeds = nil
		statement, args := `SELECT `+feedColumns+` FROM feed_tokens WHERE org = ?`, []any{org}
		if person != "" {
			statement, args = statement+` AND person = ?`, append(args, person)
		}
		return q.each(ctx, func(rows *sql.Rows) error {
			feed, err := scanFeed(rows)
			feeds = append(feeds, feed)
			return err
		}, statement+` ORDER BY created_at DESC, id DESC`, args...)
	})
	return feeds, err
}

// FeedByHash implements followup.FeedStore.
func (s *Store) FeedByHash(ctx context.Context, org int64, hash string) (feed followup.Feed, err error) {
	err = s.reading(ctx, "find a calendar feed", func(q session) error {
		feed, err = scanFeed(q.row(ctx, `SELECT `+feedColumns+` FROM feed_tokens WHERE org = ? AND hash = ?`, org, hash))
		return orNotFound(err)
	})
	return feed, err
}

// RevokeFeed implements followup.FeedStore.
func (s *Store) RevokeFeed(ctx context.Context, org int64, id, person string, at time.Time) error {
	return s.writing(ctx, "revoke a calendar feed", func(q session) error {
		n, err := q.affected(ctx, `UPDATE feed_tokens SET revoked_at = CASE WHEN revoked_at = 0 THEN ? ELSE revoked_at END
			WHERE org = ? AND id = ? AND (person = ? OR ? = '')`, millis(at), org, id, person, person)
		if err == nil && n == 0 {
			return resource.ErrNotFound
		}
		return err
	})
}

// TouchFeed implements followup.FeedStore.
func (s *Store) TouchFeed(ctx context.Context, org int64, id string, at time.Time, every time.Duration) error {
	return s.writing(ctx, "note the use of a calendar feed", func(q session) error {
		return q.exec(ctx, `UPDATE feed_tokens SET last_used_at = ? WHERE org = ? AND id = ? AND (last_used_at <= ? OR last_used_at > ?)`,
			millis(at), org, id, millis(at.Add(-every)), millis(at.Add(followup.ClocksApart)))
	})
}

func scanFeed(row interface{ Scan(...any) error }) (feed followup.Feed, err error) {
	var created, revoked, used int64
	err = row.Scan(&feed.ID, &feed.Hash, &feed.Person, &feed.Email, &feed.Title, &created, &revoked, &used)
	feed.CreatedAt, feed.RevokedAt, feed.LastUsedAt = instant(created), instantOrZero(revoked), instantOrZero(used)
	return feed, err
}

// Seen implements followup.WorkStore.
func (s *Store) Seen(ctx context.Context, org int64, person string) (at time.Time, err error) {
	err = s.reading(ctx, "read what was seen", func(q session) error {
		var ms int64
		err := q.row(ctx, `SELECT COALESCE(MAX(at), 0) FROM seen WHERE org = ? AND person = ?`, org, person).Scan(&ms)
		at = instantOrZero(ms)
		return err
	})
	return at, err
}

// MarkSeen implements followup.WorkStore.
func (s *Store) MarkSeen(ctx context.Context, org int64, person string, at time.Time) error {
	return s.writing(ctx, "note what was seen", func(q session) error {
		return q.exec(ctx, `INSERT INTO seen (org, person, at) VALUES (?, ?, ?)
			ON CONFLICT (org, person) DO UPDATE SET at = excluded.at WHERE seen.at < excluded.at OR seen.at > ?`,
			org, person, millis(at), millis(at.Add(followup.ClocksApart)))
	})
}

// Changes implements followup.WorkStore.
func (s *Store) Changes(ctx context.Context, org int64, since time.Time, limit int) (records []resource.HistoryRecord, err error) {
	err = s.reading(ctx, "read what changed", func(q session) error {
		records = nil
		return q.each(ctx, func(rows *sql.Rows) error {
			record, err := historyRecord(rows)
			records = append(records, record)
			return err
		}, `SELECT action, reason, `+resourceColumns+` FROM resource_history
			WHERE org = ? AND updated_at > ? ORDER BY updated_at DESC, seq DESC LIMIT ?`, org, millis(since), limit)
	})
	return records, err
}
