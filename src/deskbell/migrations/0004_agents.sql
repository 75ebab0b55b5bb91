-- The AI agent of a workspace, the details it may collect, and the rules by which it hands a conversation to people.

CREATE TABLE agents (
  workspace_id uuid NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  instructions text NOT NULL DEFAULT '' CHECK (length(instructions) <= 4000),
  tone text NOT NULL DEFAULT 'warm' CHECK (tone IN ('warm', 'plain', 'formal')),
  greeting text NOT NULL CHECK (length(greeting) BETWEEN 1 AND 500),
  suggested_questions text[] NOT NULL DEFAULT '{}' CHECK (cardinality(suggested_questions) <= 6),
  answerer text NOT NULL DEFAULT 'verbatim' CHECK (answerer IN ('verbatim', 'generative')),
  model_url text NOT NULL DEFAULT '',
  model_name text NOT NULL DEFAULT '',
  sealed_model_key bytea,  -- encrypted with the server key, bound to this row
  brand_color text NOT NULL DEFAULT '#0f6b66' CHECK (brand_color ~ '^#[0-9a-f]{6}$'),
  allowed_sites text[] NOT NULL DEFAULT '{}' CHECK (cardinality(allowed_sites) <= 50),
  language text NOT NULL DEFAULT 'auto' CHECK (length(language) BETWEEN 2 AND 35),
  emergency_region text NOT NULL DEFAULT 'US' CHECK (emergency_region ~ '^[A-Z]{2,4}$'),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  CHECK (answerer = 'verbatim' OR (model_url <> '' AND model_name <> ''))
);
CALL protect_tenant_table('agents');

-- `fields` is a list in the order of asking; its shape is checked where it comes in (actions/fields.py).
CREATE TABLE actions (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  agent_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  intro text NOT NULL DEFAULT '' CHECK (length(intro) <= 500),
  fields jsonb NOT NULL CHECK (jsonb_typeof(fields) = 'array'),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, agent_id, id),
  FOREIGN KEY (workspace_id, agent_id) REFERENCES agents (workspace_id, id) ON DELETE CASCADE
);
CALL protect_tenant_table('actions');

-- `fires_when` is one of the kinds of handoff/when.py. `version` grows with each change, so that a handoff can name what fired.
-- A rule collects with an action of its own agent; the action cannot go while a rule needs it.
CREATE TABLE rules (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  agent_id uuid NOT NULL,
  position integer NOT NULL CHECK (position >= 1),
  enabled boolean NOT NULL DEFAULT true,
  fires_when jsonb NOT NULL CHECK (
    fires_when->>'kind' IN ('asks_for_person', 'no_answer', 'confidence_below', 'phrase')),
  collect_first uuid,
  label text NOT NULL CHECK (length(label) BETWEEN 1 AND 60),
  priority text NOT NULL DEFAULT 'normal' CHECK (priority IN ('normal', 'urgent')),
  version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, agent_id, position) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (workspace_id, agent_id) REFERENCES agents (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, agent_id, collect_first) REFERENCES actions (workspace_id, agent_id, id)
);
CREATE INDEX rules_collecting_with ON rules (workspace_id, agent_id, collect_first) WHERE collect_first IS NOT NULL;
CALL protect_tenant_table('rules');
