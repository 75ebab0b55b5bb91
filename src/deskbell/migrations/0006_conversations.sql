-- Visitors and their conversations. The columns of `conversations` mirror the states of
-- conversations/lifecycle.py; the CHECK constraints make impossible states impossible rows.

CREATE TABLE visitors (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  token_digest bytea NOT NULL CHECK (length(token_digest) = 32),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  contact_email text CHECK (length(contact_email) <= 254),
  is_test boolean NOT NULL DEFAULT false,
  page text CHECK (length(page) <= 2000),
  first_seen_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, token_digest)
);
CALL protect_tenant_table('visitors');

CREATE TABLE conversations (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  agent_id uuid NOT NULL,
  visitor_id uuid NOT NULL,
  visitor_name text NOT NULL,
  is_test boolean NOT NULL DEFAULT false,
  left_at timestamptz, -- the visitor started another conversation: this one takes no more messages from them
  state text NOT NULL CHECK (state IN ('agent', 'waiting', 'member', 'resolved')),
  epoch integer NOT NULL CHECK (epoch >= 1),
  segment integer NOT NULL CHECK (segment >= 1),
  priority text NOT NULL CHECK (priority IN ('normal', 'urgent', 'emergency')),
  since timestamptz NOT NULL,
  reason text,
  label text,
  rule_id uuid,
  waiting_since timestamptz,
  holder_id uuid,
  holder_name text,
  collecting_action_id uuid,
  collection jsonb, -- {form: as shown, progress: of actions/collecting.py}
  last_seq integer NOT NULL DEFAULT 0 CHECK (last_seq >= 0),
  last_visitor_seq integer NOT NULL DEFAULT 0,
  last_message jsonb,
  contact_known boolean NOT NULL DEFAULT false,
  emergency_kind text,
  emergency_card jsonb, -- as it was shown
  emergency_raised_at timestamptz,
  emergency_acknowledged_by text,
  emergency_acknowledged_at timestamptz,
  page text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, agent_id) REFERENCES agents (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, visitor_id) REFERENCES visitors (workspace_id, id) ON DELETE CASCADE,
  CONSTRAINT a_member_holds_it CHECK ((state = 'member') = (holder_id IS NOT NULL)),
  CONSTRAINT the_holder_has_a_name CHECK ((holder_id IS NULL) = (holder_name IS NULL)),
  CONSTRAINT waiting_has_a_reason CHECK (state <> 'waiting' OR (reason IS NOT NULL AND waiting_since IS NOT NULL)),
  CONSTRAINT only_waiting_waits CHECK (state = 'waiting' OR waiting_since IS NULL),
  CONSTRAINT only_the_agent_collects CHECK (state = 'agent' OR collection IS NULL),
  CONSTRAINT a_collection_has_its_action CHECK ((collection IS NULL) = (collecting_action_id IS NULL)),
  CONSTRAINT an_emergency_mutes_the_agent CHECK (priority <> 'emergency' OR state <> 'agent'),
  CONSTRAINT an_emergency_has_its_start CHECK (priority <> 'emergency' OR emergency_raised_at IS NOT NULL AND emergency_card IS NOT NULL)
);
CALL protect_tenant_table('conversations');
CREATE INDEX conversations_of_visitor ON conversations (workspace_id, visitor_id, created_at DESC);
CREATE INDEX conversations_needing_a_person
  ON conversations (workspace_id, ((priority <> 'emergency')::integer), (coalesce(waiting_since, emergency_raised_at)), id)
  WHERE state = 'waiting' OR priority = 'emergency';
CREATE INDEX conversations_of_holder ON conversations (workspace_id, holder_id, updated_at DESC, id DESC)
  WHERE state = 'member';
CREATE INDEX conversations_with_agent ON conversations (workspace_id, updated_at DESC, id DESC) WHERE state = 'agent';
CREATE INDEX conversations_open ON conversations (workspace_id, updated_at DESC, id DESC) WHERE state <> 'resolved';
CREATE INDEX conversations_resolved ON conversations (workspace_id, updated_at DESC, id DESC) WHERE state = 'resolved';

CREATE TABLE messages (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  seq integer NOT NULL CHECK (seq >= 1),
  segment integer NOT NULL,
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 80),
  body_digest bytea NOT NULL,
  author text NOT NULL CHECK (author IN ('visitor', 'agent', 'member', 'desk')),
  member_id uuid,
  member_name text,
  kind text NOT NULL,
  text text NOT NULL CHECK (length(text) <= 20000),
  at timestamptz NOT NULL,
  reason text,
  label text,
  confidence real,
  turn_id uuid,
  extra jsonb, -- sources, form or card of the message, as it was shown
  rating text CHECK (rating IN ('up', 'down')),
  PRIMARY KEY (workspace_id, conversation_id, seq),
  UNIQUE (workspace_id, conversation_id, key),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE,
  CONSTRAINT a_member_wrote_it CHECK ((author = 'member') <= (member_id IS NOT NULL))
);
CALL protect_tenant_table('messages');

-- Notes have a table of their own: no query that feeds a visitor can reach them by mistake.
CREATE TABLE notes (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 80),
  member_id uuid NOT NULL,
  member_name text NOT NULL,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 20000),
  after_seq integer NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, conversation_id, key),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE
);
CALL protect_tenant_table('notes');

CREATE TABLE field_values (
  workspace_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  segment integer NOT NULL,
  key text NOT NULL,
  label text NOT NULL,
  value text NOT NULL CHECK (length(value) <= 500),
  original text NOT NULL CHECK (length(original) <= 2000),
  verified boolean NOT NULL,
  missing boolean NOT NULL DEFAULT false,
  edited_by text,
  action_id uuid,
  ordinal integer NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, conversation_id, segment, key),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE
);
CALL protect_tenant_table('field_values');

CREATE TABLE handoffs (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  segment integer NOT NULL,
  at timestamptz NOT NULL,
  reason text NOT NULL,
  label text NOT NULL,
  rule_id uuid,
  rule_version integer,
  matched text,
  score real,
  question text,
  tried jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE
);
CALL protect_tenant_table('handoffs');
CREATE INDEX handoffs_of_conversation ON handoffs (workspace_id, conversation_id, at);
CREATE INDEX handoffs_of_rule ON handoffs (workspace_id, rule_id, at) WHERE rule_id IS NOT NULL;
