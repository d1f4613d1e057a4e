-- +goose Up

-- One row per Grafana org: its data version, and the last sequence number given to a history record or revision.
CREATE TABLE orgs (
    org          INTEGER PRIMARY KEY,
    data_version INTEGER NOT NULL,
    last_seq     INTEGER NOT NULL
);

CREATE TABLE resources (
    org        INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    document   BLOB    NOT NULL,
    labels     TEXT    NOT NULL,
    managed_by TEXT    NOT NULL,
    file       TEXT    NOT NULL,
    archived   INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    created_by TEXT    NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL,
    PRIMARY KEY (org, kind, name)
);

CREATE TABLE resource_history (
    org        INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    seq        INTEGER NOT NULL,
    action     TEXT    NOT NULL,
    reason     TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    document   BLOB    NOT NULL,
    labels     TEXT    NOT NULL,
    managed_by TEXT    NOT NULL,
    file       TEXT    NOT NULL,
    archived   INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    created_by TEXT    NOT NULL,
    updated_at INTEGER NOT NULL,
    updated_by TEXT    NOT NULL,
    PRIMARY KEY (org, kind, name, seq)
);

-- Names that observations repeat, as small numbers that count from 1 within an org.
CREATE TABLE series (
    org  INTEGER NOT NULL,
    id   INTEGER NOT NULL,
    name TEXT    NOT NULL,
    PRIMARY KEY (org, id),
    UNIQUE (org, name)
);

CREATE TABLE units (
    org  INTEGER NOT NULL,
    id   INTEGER NOT NULL,
    name TEXT    NOT NULL,
    PRIMARY KEY (org, id),
    UNIQUE (org, name)
);

-- Where revisions came from: JSON of who recorded them and their source.
CREATE TABLE provenances (
    org      INTEGER NOT NULL,
    id       INTEGER NOT NULL,
    document TEXT    NOT NULL,
    PRIMARY KEY (org, id)
);

-- Every revision of every observation; rows are only ever added.
CREATE TABLE observations (
    org           INTEGER NOT NULL,
    series_id     INTEGER NOT NULL,
    period        TEXT    NOT NULL,
    unit_id       INTEGER NOT NULL,
    seq           INTEGER NOT NULL,
    value         REAL    NOT NULL,
    outcome       INTEGER NOT NULL,
    collected_at  INTEGER NOT NULL,
    provenance_id INTEGER NOT NULL,
    note          TEXT    NOT NULL,
    PRIMARY KEY (org, series_id, period, unit_id, seq)
) WITHOUT ROWID;

-- The newest revision per unit of one series and period, packed; kept by the transaction that adds revisions.
CREATE TABLE observation_pages (
    org       INTEGER NOT NULL,
    series_id INTEGER NOT NULL,
    period    TEXT    NOT NULL,
    cells     BLOB    NOT NULL,
    PRIMARY KEY (org, series_id, period)
) WITHOUT ROWID;

CREATE TABLE runs (
    org              INTEGER NOT NULL,
    id               TEXT    NOT NULL,
    created_at       INTEGER NOT NULL,
    cancel_requested INTEGER NOT NULL,
    document         BLOB    NOT NULL,
    PRIMARY KEY (org, id)
);

CREATE INDEX runs_newest_first ON runs (org, created_at DESC, id DESC);

-- One row that a health check writes: a store that can't be written is not healthy.
CREATE TABLE health (
    id         INTEGER PRIMARY KEY,
    checked_at INTEGER NOT NULL
);
