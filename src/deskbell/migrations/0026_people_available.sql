-- A third way for a visitor who writes on a closed thread; how soon people take up who waits; who is at the desk.

-- A wider one takes its place in the same transaction. There are few workspaces: reading them anew holds nobody up.
-- squawk-ignore ban-drop-constraint
ALTER TABLE workspaces DROP CONSTRAINT workspaces_reopen_policy_check;
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE workspaces ADD CONSTRAINT workspaces_reopen_policy_check
  CHECK (reopen_policy IN ('to_people', 'new_with_agent', 'new_with_people'));

-- When somebody last touched a page of theirs; NULL: their pages do not tell.
ALTER TABLE members ADD COLUMN active_at timestamptz;

-- One row per waiting that ended with a person.
CREATE TABLE pickups (
  workspace_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  at timestamptz NOT NULL,
  seconds double precision NOT NULL CHECK (seconds >= 0),
  PRIMARY KEY (workspace_id, conversation_id, at),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX pickups_in_time ON pickups (workspace_id, at);
CALL protect_tenant_table('pickups');

-- In which language the visitor wrote, as the agent understood it.
ALTER TABLE handoffs ADD COLUMN language text CHECK (length(language) <= 20);
