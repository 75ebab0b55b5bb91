-- A turn that is run for members only: a replay of one that was, or a question of theirs. The web process asks, the worker
-- answers, and the row is what both see. Swept after an hour: it may hold a visitor's words.

CREATE TABLE rehearsals (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  agent_id uuid NOT NULL,
  member_id uuid NOT NULL,
  turn_id uuid,
  question text NOT NULL CHECK (length(question) BETWEEN 1 AND 4000),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done')),
  trace jsonb,
  asked_at timestamptz NOT NULL,
  done_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, agent_id) REFERENCES agents (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, turn_id) REFERENCES turns (workspace_id, id) ON DELETE CASCADE,
  CHECK ((state = 'done') = (done_at IS NOT NULL)),
  CHECK (state <> 'done' OR trace IS NOT NULL)
);
CREATE INDEX rehearsals_by_age ON rehearsals (workspace_id, asked_at);
CREATE INDEX rehearsals_of_turn ON rehearsals (workspace_id, turn_id) WHERE turn_id IS NOT NULL;
CALL protect_tenant_table('rehearsals');
