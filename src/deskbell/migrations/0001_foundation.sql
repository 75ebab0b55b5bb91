-- The ground every other table stands on: who is asking, and the guard that every tenant table gets.
-- `deskbell_app` is the role the application connects as; it owns nothing. The runner creates it with its password.

CREATE FUNCTION current_workspace() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('app.workspace_id', true), '')::uuid $$;

CREATE FUNCTION current_person() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('app.person_id', true), '')::uuid $$;

-- Every table that carries workspace_id is handed to this procedure in the migration that creates it.
CREATE PROCEDURE protect_tenant_table(tenant_table regclass) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tenant_table);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tenant_table);
  EXECUTE format('CREATE POLICY tenant ON %s USING (workspace_id = current_workspace())
                  WITH CHECK (workspace_id = current_workspace())', tenant_table);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO deskbell_app', tenant_table);
END $$;

-- The log: every change of a workspace, in one gap-free order.
CREATE TABLE log_heads (
  workspace_id uuid PRIMARY KEY,
  position bigint NOT NULL DEFAULT 0 CHECK (position >= 0)
);
CALL protect_tenant_table('log_heads');

CREATE TABLE events (
  workspace_id uuid NOT NULL,
  position bigint NOT NULL,
  type text NOT NULL,
  conversation_id uuid,
  at timestamptz NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (workspace_id, position)
);
CREATE INDEX events_of_conversation ON events (workspace_id, conversation_id, position)
  WHERE conversation_id IS NOT NULL;
CALL protect_tenant_table('events');

-- Positions are taken last in a transaction and the head row stays locked until its commit:
-- a reader that has seen position n has seen every position below n.
CREATE FUNCTION append_events(entries jsonb) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  workspace uuid := current_workspace();
  added bigint := jsonb_array_length(entries);
  head bigint;
BEGIN
  IF workspace IS NULL THEN
    RAISE EXCEPTION 'events belong to a workspace: none is set in this transaction';
  END IF;
  INSERT INTO log_heads AS h (workspace_id, position) VALUES (workspace, added)
    ON CONFLICT (workspace_id) DO UPDATE SET position = h.position + added
    RETURNING h.position INTO head;
  INSERT INTO events (workspace_id, position, type, conversation_id, at, body)
    SELECT workspace, head - added + e.ordinality, e.entry->>'type', (e.entry->>'conversation_id')::uuid,
           (e.entry->>'at')::timestamptz, e.entry
    FROM jsonb_array_elements(entries) WITH ORDINALITY AS e(entry, ordinality);
  RETURN head;
END $$;

-- A page of the log in one round trip: every process that serves streams asks this after every change. The setting lasts
-- for the statement's own transaction, and row-level security reads it as always.
CREATE FUNCTION log_after(workspace uuid, after bigint, most integer)
RETURNS TABLE ("position" bigint, conversation_id uuid, body text) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.workspace_id', workspace::text, true);
  RETURN QUERY
    SELECT e.position, e.conversation_id, e.body::text FROM events e
    WHERE e.workspace_id = workspace AND e.position > after ORDER BY e.position LIMIT most;
END $$;
