-- What language models an agent may ask, in which order, what they may cost, and what was used.

ALTER TABLE agents
  ADD COLUMN answer_length text NOT NULL DEFAULT 'medium' CHECK (answer_length IN ('short', 'medium', 'long')),
  ADD COLUMN quotes_when_down boolean NOT NULL DEFAULT true,
  ADD COLUMN tokens_a_day bigint CHECK (tokens_a_day >= 0),
  ADD COLUMN tokens_a_month bigint CHECK (tokens_a_month >= 0),
  ADD COLUMN micros_a_day bigint CHECK (micros_a_day >= 0),      -- of a dollar
  ADD COLUMN micros_a_month bigint CHECK (micros_a_month >= 0);

-- Asked in the order of `place`, from 1. Prices are micro-dollars for a million tokens, as the admin entered them.
CREATE TABLE agent_models (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  agent_id uuid NOT NULL,
  place integer NOT NULL CHECK (place >= 1),
  provider text NOT NULL CHECK (provider IN ('openai', 'anthropic')),
  url text NOT NULL CHECK (length(url) BETWEEN 1 AND 500),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  sealed_key bytea,  -- encrypted with the server key, bound to the agent
  input_price_micros bigint NOT NULL DEFAULT 0 CHECK (input_price_micros >= 0),
  output_price_micros bigint NOT NULL DEFAULT 0 CHECK (output_price_micros >= 0),
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, agent_id, place) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (workspace_id, agent_id) REFERENCES agents (workspace_id, id) ON DELETE CASCADE
);

-- Row-level security binds the owner of the tables too: without a workspace it would copy nothing.
ALTER TABLE agents NO FORCE ROW LEVEL SECURITY;
INSERT INTO agent_models (workspace_id, id, agent_id, place, provider, url, name, sealed_key)
SELECT workspace_id, gen_random_uuid(), id, 1, 'openai', model_url, model_name, sealed_model_key
FROM agents WHERE model_url <> '' AND model_name <> '';
ALTER TABLE agents FORCE ROW LEVEL SECURITY;
CALL protect_tenant_table('agent_models');

-- That a generative agent has a model is now checked where both are written (agents/checks.py).
-- Version 0.1.0 is not released: there is no older process that could still read these.
ALTER TABLE agents
  -- squawk-ignore ban-drop-column
  DROP COLUMN model_url,
  -- squawk-ignore ban-drop-column
  DROP COLUMN model_name,
  -- squawk-ignore ban-drop-column
  DROP COLUMN sealed_model_key;

-- What models may do in this workspace at all. No row: everything that an agent is set to, without a limit.
CREATE TABLE model_policies (
  workspace_id uuid PRIMARY KEY REFERENCES workspaces (id) ON DELETE CASCADE,
  text_stays_here boolean NOT NULL DEFAULT false,
  tokens_a_day bigint CHECK (tokens_a_day >= 0),
  tokens_a_month bigint CHECK (tokens_a_month >= 0),
  micros_a_day bigint CHECK (micros_a_day >= 0),
  micros_a_month bigint CHECK (micros_a_month >= 0)
);
CALL protect_tenant_table('model_policies');

-- Days are UTC. `calls` are those that used tokens; a model keeps its rows when it is removed from the agent.
CREATE TABLE model_usage (
  workspace_id uuid NOT NULL,
  agent_id uuid NOT NULL,
  day date NOT NULL,
  model text NOT NULL,
  calls integer NOT NULL DEFAULT 0,
  failures integer NOT NULL DEFAULT 0,
  input_tokens bigint NOT NULL DEFAULT 0,
  output_tokens bigint NOT NULL DEFAULT 0,
  cost_micros bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, day, agent_id, model),
  FOREIGN KEY (workspace_id, agent_id) REFERENCES agents (workspace_id, id) ON DELETE CASCADE
);
CALL protect_tenant_table('model_usage');
