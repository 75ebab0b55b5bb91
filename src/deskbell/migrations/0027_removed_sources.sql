-- A source that was removed is hidden at once and forgotten a little later, so that removing it can be undone without reading,
-- embedding or fetching anything again.

ALTER TABLE sources ADD COLUMN removed_at timestamptz;
-- Empty when it is built: no source has been removed this way yet.
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX sources_removed ON sources (workspace_id, agent_id) WHERE removed_at IS NOT NULL;
