-- +goose Up

-- Runs that have not come to their end are looked for by the background jobs.
ALTER TABLE runs ADD COLUMN finished INTEGER NOT NULL DEFAULT 1;
CREATE INDEX runs_unfinished ON runs (org, created_at) WHERE finished = 0;

-- What scheduled runs have taken, per KPI; instants in milliseconds, 0 for never.
CREATE TABLE schedule (
    org       INTEGER NOT NULL,
    kpi       TEXT    NOT NULL,
    taken     INTEGER NOT NULL,
    succeeded INTEGER NOT NULL,
    PRIMARY KEY (org, kpi)
) WITHOUT ROWID;

-- Who does what only one process may do at a time, until when in milliseconds.
CREATE TABLE leases (
    name   TEXT    NOT NULL PRIMARY KEY,
    holder TEXT    NOT NULL,
    until  INTEGER NOT NULL
) WITHOUT ROWID;
