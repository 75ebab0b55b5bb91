-- The set-up check: the whole story, run by a visitor of our own. What it writes is marked on the row, stands in no view,
-- rings for nobody, and is removed when the check has ended.

ALTER TABLE visitors ADD COLUMN is_check boolean NOT NULL DEFAULT false;
ALTER TABLE conversations ADD COLUMN is_check boolean NOT NULL DEFAULT false;

-- `lines` as they are shown. `beat_at`: when the process that runs it was last heard of; without it, it has stopped.
-- `proofs`: what a worker has answered, by the number of the question.
CREATE TABLE setup_checks (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  agent_id uuid NOT NULL,
  member_id uuid NOT NULL,
  member_name text NOT NULL,
  cause text NOT NULL CHECK (cause IN ('by_hand', 'command')),
  state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'stopped')),
  lines jsonb NOT NULL,
  proofs jsonb NOT NULL DEFAULT '{}',
  begun_at timestamptz NOT NULL,
  beat_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, agent_id) REFERENCES agents (workspace_id, id) ON DELETE CASCADE,
  CHECK ((state = 'running') = (ended_at IS NULL))
);
CREATE INDEX setup_checks_of_agent ON setup_checks (workspace_id, agent_id, begun_at DESC);
CALL protect_tenant_table('setup_checks');
