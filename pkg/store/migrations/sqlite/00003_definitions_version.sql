-- +goose Up

-- The data version of the last write of a resource: what was compiled from resources holds until it rises.
ALTER TABLE orgs ADD COLUMN definitions_version INTEGER NOT NULL DEFAULT 0;
UPDATE orgs SET definitions_version = data_version;
