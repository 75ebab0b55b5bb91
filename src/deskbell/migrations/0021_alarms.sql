-- Who is called when nobody answers for an emergency, what was done, and how soon somebody did answer.

-- No row: the usual ladder (alarms/ladder.py). Seconds count from the first alarming words, `again` from the last step.
CREATE TABLE alarm_ladders (
  workspace_id uuid PRIMARY KEY REFERENCES workspaces (id) ON DELETE CASCADE,
  members_here_after_seconds integer NOT NULL CHECK (members_here_after_seconds BETWEEN 0 AND 86400),
  everybody_after_seconds integer NOT NULL CHECK (everybody_after_seconds BETWEEN 0 AND 86400),
  contact_after_seconds integer NOT NULL CHECK (contact_after_seconds BETWEEN 0 AND 86400),
  webhook_after_seconds integer NOT NULL CHECK (webhook_after_seconds BETWEEN 0 AND 86400),
  again_after_seconds integer NOT NULL CHECK (again_after_seconds BETWEEN 60 AND 86400),
  contact_email text CHECK (length(contact_email) <= 254),
  webhook_url text CHECK (length(webhook_url) <= 2000),
  sealed_secret bytea  -- signs the webhook; encrypted with the server key
);
CALL protect_tenant_table('alarm_ladders');

-- A step is taken once: whoever writes this row takes it.
CREATE TABLE alarm_steps (
  workspace_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  raised_at timestamptz NOT NULL,
  step text NOT NULL,
  round integer NOT NULL,
  at timestamptz NOT NULL,
  called integer NOT NULL,
  PRIMARY KEY (workspace_id, conversation_id, raised_at, step, round),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE
);
CALL protect_tenant_table('alarm_steps');

-- One attempt to reach somebody. Without a conversation it is a test of an admin's.
CREATE TABLE alarm_calls (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  conversation_id uuid,
  raised_at timestamptz NOT NULL,
  step text NOT NULL,
  round integer NOT NULL,
  channel text NOT NULL CHECK (channel IN ('mail', 'webhook')),
  recipient text NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'kept', 'failed', 'not_needed')),
  error text,
  created_at timestamptz NOT NULL,
  settled_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX alarm_calls_newest_first ON alarm_calls (workspace_id, created_at DESC, id DESC);
CREATE INDEX alarm_calls_of_conversation ON alarm_calls (workspace_id, conversation_id, raised_at)
  WHERE conversation_id IS NOT NULL;
CALL protect_tenant_table('alarm_calls');

CREATE TABLE alarm_answers (
  workspace_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  raised_at timestamptz NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, conversation_id, raised_at),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX alarm_answers_in_time ON alarm_answers (workspace_id, raised_at);
CALL protect_tenant_table('alarm_answers');
