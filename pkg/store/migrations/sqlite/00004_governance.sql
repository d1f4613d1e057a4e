-- +goose Up

-- What happened in reviews; rows are only ever added. The id is the sender's: what is sent twice is kept once. body is the
-- event's JSON as received, seq the order in which events arrived.
CREATE TABLE review_events (
    org         INTEGER NOT NULL,
    review      TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    seq         INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    type        TEXT    NOT NULL,
    actor       TEXT    NOT NULL,
    received_at INTEGER NOT NULL,
    body        BLOB    NOT NULL,
    PRIMARY KEY (org, review, id)
) WITHOUT ROWID;

CREATE INDEX review_events_by_type ON review_events (org, type, at);

-- One frozen report per review: its description, and the content per unit.
CREATE TABLE snapshots (
    org       INTEGER NOT NULL,
    review    TEXT    NOT NULL,
    frozen_at INTEGER NOT NULL,
    document  BLOB    NOT NULL,
    PRIMARY KEY (org, review)
);

CREATE TABLE snapshot_reports (
    org      INTEGER NOT NULL,
    review   TEXT    NOT NULL,
    unit     TEXT    NOT NULL,
    document BLOB    NOT NULL,
    PRIMARY KEY (org, review, unit)
);

-- Reports of many units, made in the background, and the archive that comes of it.
CREATE TABLE report_batches (
    org        INTEGER NOT NULL,
    id         TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    finished   INTEGER NOT NULL,
    document   BLOB    NOT NULL,
    archive    BLOB,
    PRIMARY KEY (org, id)
);

-- Which report went to whom, over which channel: sent once.
CREATE TABLE deliveries (
    org       INTEGER NOT NULL,
    review    TEXT    NOT NULL,
    channel   TEXT    NOT NULL,
    recipient TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    state     TEXT    NOT NULL,
    message   TEXT    NOT NULL,
    PRIMARY KEY (org, review, channel, recipient)
);

-- Calendar feeds: only a hash of the token is kept; revoked_at and last_used_at are 0 for never.
CREATE TABLE feed_tokens (
    org          INTEGER NOT NULL,
    id           TEXT    NOT NULL,
    hash         TEXT    NOT NULL UNIQUE,
    person       TEXT    NOT NULL,
    email        TEXT    NOT NULL,
    title        TEXT    NOT NULL,
    created_at   INTEGER NOT NULL,
    revoked_at   INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL,
    PRIMARY KEY (org, id)
);

-- When a person last said that they had seen what changed.
CREATE TABLE seen (
    org    INTEGER NOT NULL,
    person TEXT    NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (org, person)
) WITHOUT ROWID;

-- What changed lately in the whole org is looked up by time.
CREATE INDEX resource_history_by_time ON resource_history (org, updated_at);
