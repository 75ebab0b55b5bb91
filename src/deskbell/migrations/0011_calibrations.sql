-- What makes the confidence of one agent's answers, measured with one embedding model, mean the same everywhere. Found without
-- labels, from the agent's own headings. `fitted` names the weights it belongs to: with others it is not used.

CREATE TABLE calibrations (
  workspace_id uuid NOT NULL,
  agent_id uuid NOT NULL,
  model text NOT NULL,
  fitted text NOT NULL,
  cosine_shift double precision NOT NULL,
  cosine_scale double precision NOT NULL CHECK (cosine_scale > 0),
  score_shift double precision NOT NULL,
  score_scale double precision NOT NULL CHECK (score_scale > 0),
  ceiling double precision NOT NULL CHECK (ceiling BETWEEN 0 AND 1),
  questions integer NOT NULL,
  measured_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, agent_id, model),
  FOREIGN KEY (workspace_id, agent_id) REFERENCES agents (workspace_id, id) ON DELETE CASCADE
);
CALL protect_tenant_table('calibrations');
