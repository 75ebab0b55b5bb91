-- Work to be done after a change, inserted by the change's own transaction.
--
-- Not a tenant table: one worker claims jobs of all workspaces in one statement, so row-level security would only be
-- bypassed. Nothing to protect is in it: args hold ids, and the work itself opens a transaction of its workspace.
-- A finished job is deleted; `dead` ones stay, with the reason.

CREATE TABLE jobs (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id uuid NOT NULL,
  kind text NOT NULL,
  args jsonb NOT NULL,
  status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'dead')),
  serial_key text,
  dedupe_key text,
  run_after timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  fence bigint NOT NULL DEFAULT 0,
  leased_until timestamptz,
  reason text,
  CHECK ((status = 'running') = (leased_until IS NOT NULL)),
  CHECK (dedupe_key IS NULL OR status = 'queued')
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);

CREATE INDEX jobs_due ON jobs (run_after, id) WHERE status = 'queued';
CREATE INDEX jobs_leased ON jobs (leased_until) WHERE status = 'running';
CREATE INDEX jobs_in_line ON jobs (workspace_id, serial_key, run_after, id) WHERE serial_key IS NOT NULL;

-- One running job per serial key, by the database and not by good manners.
CREATE UNIQUE INDEX jobs_one_running ON jobs (workspace_id, serial_key)
  WHERE status = 'running' AND serial_key IS NOT NULL;
-- A dedupe key counts only until the job is claimed: what happens later may need another run.
CREATE UNIQUE INDEX jobs_dedupe ON jobs (workspace_id, kind, dedupe_key) WHERE dedupe_key IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON jobs TO deskbell_app;
