-- Models that do not answer: how often in a row, since when and how. No row: the last call was answered, or none was made.
-- Whoever changes a model writes its row anew, and with it goes what was known of its troubles.
CREATE TABLE model_troubles (
  workspace_id uuid NOT NULL,
  model_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind <> ''),
  status integer,  -- of HTTP, if there was one
  failures integer NOT NULL CHECK (failures >= 1),
  since timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, model_id),
  FOREIGN KEY (workspace_id, model_id) REFERENCES agent_models (workspace_id, id) ON DELETE CASCADE
);
CALL protect_tenant_table('model_troubles');
