-- +goose Up

-- What was written after a sequence number: who knows an org's resources as of then reads only that.
CREATE INDEX resource_history_order ON resource_history (org, seq);

-- What changed lately, newest first.
CREATE INDEX resource_history_newest ON resource_history (org, updated_at DESC, seq DESC);
