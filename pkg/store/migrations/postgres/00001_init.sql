-- +goose Up

-- One row per Grafana org: its data version, and the last sequence number given to a history record or revision.
CREATE TABLE orgs (
    org          BIGINT PRIMARY KEY,
    data_version BIGINT NOT NULL,
    last_seq     BIGINT NOT NULL
);

CREATE TABLE resources (
    org        BIGINT NOT NULL,
    kind       TEXT COLLATE "C" NOT NULL,
    name       TEXT COLLATE "C" NOT NULL,
    version    INTEGER NOT NULL,
    document   BYTEA NOT NULL,
    labels     TEXT NOT NULL,
    managed_by TEXT NOT NULL,
    file       TEXT NOT NULL,
    archived   SMALLINT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    updated_by TEXT NOT NULL,
    PRIMARY KEY (org, kind, name)
);

CREATE TABLE resource_history (
    org        BIGINT NOT NULL,
    kind       TEXT COLLATE "C" NOT NULL,
    name       TEXT COLLATE "C" NOT NULL,
    seq        BIGINT NOT NULL,
    action     TEXT NOT NULL,
    reason     TEXT NOT NULL,
    version    INTEGER NOT NULL,
    document   BYTEA NOT NULL,
    labels     TEXT NOT NULL,
    managed_by TEXT NOT NULL,
    file       TEXT NOT NULL,
    archived   SMALLINT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    updated_by TEXT NOT NULL,
    PRIMARY KEY (org, kind, name, seq)
);

-- Names that observations repeat, as small numbers that count from 1 within an org.
CREATE TABLE series (
    org  BIGINT NOT NULL,
    id   INTEGER NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, id),
    UNIQUE (org, name)
);

CREATE TABLE units (
    org  BIGINT NOT NULL,
    id   INTEGER NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (org, id),
    UNIQUE (org, name)
);

-- Where revisions came from: JSON of who recorded them and their source.
CREATE TABLE provenances (
    org      BIGINT NOT NULL,
    id       INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (org, id)
);

-- Every revision of every observation; rows are only ever added.
CREATE TABLE observations (
    org           BIGINT NOT NULL,
    series_id     INTEGER NOT NULL,
    period        TEXT COLLATE "C" NOT NULL,
    unit_id       INTEGER NOT NULL,
    seq           BIGINT NOT NULL,
    value         DOUBLE PRECISION NOT NULL,
    outcome       SMALLINT NOT NULL,
    collected_at  BIGINT NOT NULL,
    provenance_id INTEGER NOT NULL,
    note          TEXT NOT NULL,
    PRIMARY KEY (org, series_id, period, unit_id, seq)
);

-- The newest revision per unit of one series and period, packed; kept by the transaction that adds revisions.
CREATE TABLE observation_pages (
    org       BIGINT NOT NULL,
    series_id INTEGER NOT NULL,
    period    TEXT COLLATE "C" NOT NULL,
    cells     BYTEA NOT NULL,
    PRIMARY KEY (org, series_id, period)
);

CREATE TABLE runs (
    org              BIGINT NOT NULL,
    id               TEXT COLLATE "C" NOT NULL,
    created_at       BIGINT NOT NULL,
    cancel_requested SMALLINT NOT NULL,
    document         BYTEA NOT NULL,
    PRIMARY KEY (org, id)
);

CREATE INDEX runs_newest_first ON runs (org, created_at DESC, id DESC);

-- One row that a health check writes: a store that can't be written is not healthy.
CREATE TABLE health (
    id         INTEGER PRIMARY KEY,
    checked_at BIGINT NOT NULL
);
