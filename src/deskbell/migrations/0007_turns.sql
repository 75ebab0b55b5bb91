-- One attempt of the agent to answer. There is one row per (conversation, epoch, last message of the visitor), so a turn
-- that is run again after a crash keeps its id, and its id is the key of its message: it is published at most once.

CREATE TABLE turns (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  agent_id uuid NOT NULL,
  epoch integer NOT NULL,
  visitor_seq integer NOT NULL,
  state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'settled', 'dropped', 'failed')),
  attempts integer NOT NULL DEFAULT 1,
  outcome text,
  confidence real,
  trace jsonb,
  started_at timestamptz NOT NULL,
  settled_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, conversation_id, epoch, visitor_seq),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE,
  CHECK ((state = 'running') = (settled_at IS NULL))
);
CALL protect_tenant_table('turns');
CREATE INDEX turns_of_agent ON turns (workspace_id, agent_id, started_at DESC) WHERE outcome IS NOT NULL;
