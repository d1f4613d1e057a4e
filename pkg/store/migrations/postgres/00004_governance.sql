-- +goose Up

-- What happened in reviews; rows are only ever added. The id is the sender's: what is sent twice is kept once. body is the
-- event's JSON as received, seq the order in which events arrived.
CREATE TABLE review_events (
    org         BIGINT NOT NULL,
    review      TEXT COLLATE "C" NOT NULL,
    id          TEXT COLLATE "C" NOT NULL,
    seq         BIGINT NOT NULL,
    at          BIGINT NOT NULL,
    type        TEXT COLLATE "C" NOT NULL,
    actor       TEXT COLLATE "C" NOT NULL,
    received_at BIGINT NOT NULL,
    body        BYTEA   NOT NULL,
    PRIMARY KEY (org, review, id)
);

CREATE INDEX review_events_by_type ON review_events (org, type, at);

-- One frozen report per review: its description, and the content per unit.
CREATE TABLE snapshots (
    org       BIGINT NOT NULL,
    review    TEXT COLLATE "C" NOT NULL,
    frozen_at BIGINT NOT NULL,
    document  BYTEA   NOT NULL,
    PRIMARY KEY (org, review)
);

CREATE TABLE snapshot_reports (
    org      BIGINT NOT NULL,
    review   TEXT COLLATE "C" NOT NULL,
    unit     TEXT COLLATE "C" NOT NULL,
    document BYTEA   NOT NULL,
    PRIMARY KEY (org, review, unit)
);

-- Reports of many units, made in the background, and the archive that comes of it.
CREATE TABLE report_batches (
    org        BIGINT NOT NULL,
    id         TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    finished   SMALLINT NOT NULL,
    document   BYTEA   NOT NULL,
    archive    BYTEA,
    PRIMARY KEY (org, id)
);

-- Which report went to whom, over which channel: sent once.
CREATE TABLE deliveries (
    org       BIGINT NOT NULL,
    review    TEXT COLLATE "C" NOT NULL,
    channel   TEXT COLLATE "C" NOT NULL,
    recipient TEXT COLLATE "C" NOT NULL,
    at        BIGINT NOT NULL,
    state     TEXT COLLATE "C" NOT NULL,
    message   TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, review, channel, recipient)
);

-- Calendar feeds: only a hash of the token is kept; revoked_at and last_used_at are 0 for never.
CREATE TABLE feed_tokens (
    org          BIGINT NOT NULL,
    id           TEXT COLLATE "C" NOT NULL,
    hash         TEXT COLLATE "C" NOT NULL UNIQUE,
    person       TEXT COLLATE "C" NOT NULL,
    email        TEXT COLLATE "C" NOT NULL,
    title        TEXT COLLATE "C" NOT NULL,
    created_at   BIGINT NOT NULL,
    revoked_at   BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL,
    PRIMARY KEY (org, id)
);

-- When a person last said that they had seen what changed.
CREATE TABLE seen (
    org    BIGINT NOT NULL,
    person TEXT COLLATE "C" NOT NULL,
    at     BIGINT NOT NULL,
    PRIMARY KEY (org, person)
);

-- What changed lately in the whole org is looked up by time.
CREATE INDEX resource_history_by_time ON resource_history (org, updated_at);
