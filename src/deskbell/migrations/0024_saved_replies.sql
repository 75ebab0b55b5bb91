-- What members write again and again. Shared by the workspace; `uses` ranks them.

CREATE TABLE saved_replies (
  workspace_id uuid NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
  uses integer NOT NULL DEFAULT 0,
  used_at timestamptz,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX saved_replies_have_different_names ON saved_replies (workspace_id, lower(name));
CALL protect_tenant_table('saved_replies');
