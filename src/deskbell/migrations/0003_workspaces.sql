-- People, their sessions, and the workspaces they are members of.
-- people, sessions, setup_tokens and sign_in_attempts belong to no workspace: a person may be a member of several,
-- and all four are read before a workspace is known. They are granted explicitly and carry nothing about visitors.

CREATE TABLE people (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE CHECK (email = lower(btrim(email)) AND length(email) BETWEEN 3 AND 254),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  password_hash text NOT NULL,
  created_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON people TO deskbell_app;

-- The console prints the token; only its digest is kept. All of them are dead once there is a person.
CREATE TABLE setup_tokens (
  digest bytea PRIMARY KEY,
  created_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT, UPDATE, DELETE ON setup_tokens TO deskbell_app;

-- One row per attempt, counted over a window. `bucket` is a digest: no typed address or password is kept.
CREATE TABLE sign_in_attempts (
  bucket bytea NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX sign_in_attempts_of_bucket ON sign_in_attempts (bucket, at);
CREATE INDEX sign_in_attempts_oldest_first ON sign_in_attempts (at);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attempts TO deskbell_app;

CREATE TABLE workspaces (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  time_zone text NOT NULL DEFAULT 'UTC',
  reopen_policy text NOT NULL DEFAULT 'to_people' CHECK (reopen_policy IN ('to_people', 'new_with_agent')),
  business_hours jsonb NOT NULL DEFAULT '{}',
  holidays jsonb NOT NULL DEFAULT '[]',
  created_at timestamptz NOT NULL
);

CREATE TABLE members (
  workspace_id uuid NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES people (id),
  role text NOT NULL CHECK (role IN ('owner', 'admin', 'operator')),
  availability text NOT NULL DEFAULT 'available' CHECK (availability IN ('available', 'away')),
  availability_since timestamptz NOT NULL,
  joined_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  removed_at timestamptz,  -- a removed member keeps the row: their history keeps its name
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, person_id)
);
CREATE INDEX members_of_person ON members (person_id);
CALL protect_tenant_table('members');
-- A person sees their own memberships before a workspace is chosen. Reading only.
CREATE POLICY own_memberships ON members FOR SELECT USING (person_id = current_person());

-- The tenant key of a workspace is its own id.
ALTER TABLE workspaces ENABLE ROW LEVEL SECURITY;
ALTER TABLE workspaces FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON workspaces USING (id = current_workspace()) WITH CHECK (id = current_workspace());
CREATE POLICY of_its_members ON workspaces FOR SELECT USING (
  EXISTS (SELECT FROM members m
          WHERE m.workspace_id = workspaces.id AND m.person_id = current_person() AND m.removed_at IS NULL));
GRANT SELECT, INSERT, UPDATE ON workspaces TO deskbell_app;

CREATE TABLE sessions (
  digest bytea PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  workspace_id uuid REFERENCES workspaces (id) ON DELETE SET NULL,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  idle_until timestamptz NOT NULL,
  ends_at timestamptz NOT NULL
);
CREATE INDEX sessions_of_person ON sessions (person_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO deskbell_app;

-- Who is asking, in one round trip: the session, the person, and the membership as it is right now.
-- The settings are local to the statement's transaction. Being seen is written at most twice a minute.
CREATE FUNCTION session_actor(session_digest bytea, at timestamptz, idle interval) RETURNS TABLE (
  person_id uuid, email text, person_name text, workspace_id uuid, member_id uuid, role text
) LANGUAGE plpgsql AS $$
DECLARE
  held sessions;
BEGIN
  SELECT * INTO held FROM sessions s WHERE s.digest = session_digest AND s.idle_until > at AND s.ends_at > at;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  PERFORM set_config('app.person_id', held.person_id::text, true);
  PERFORM set_config('app.workspace_id', coalesce(held.workspace_id::text, ''), true);
  IF held.last_seen_at < at - interval '30 seconds' THEN
    -- The member before the session, as everywhere: two orders would be a deadlock.
    UPDATE members m SET last_seen_at = at
      WHERE m.workspace_id = held.workspace_id AND m.person_id = held.person_id;
    UPDATE sessions s SET last_seen_at = at, idle_until = at + idle WHERE s.digest = session_digest;
  END IF;
  RETURN QUERY
    SELECT p.id, p.email, p.name, m.workspace_id, m.id, m.role
    FROM people p
    LEFT JOIN members m ON m.workspace_id = held.workspace_id AND m.person_id = p.id AND m.removed_at IS NULL
    WHERE p.id = held.person_id;
END $$;

-- `digest` is of the link that is alive; `spent_digests` of the ones it replaced, so that they can say so.
CREATE TABLE invitations (
  workspace_id uuid NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  email text NOT NULL CHECK (email = lower(btrim(email))),
  role text NOT NULL CHECK (role IN ('owner', 'admin', 'operator')),
  generation integer NOT NULL DEFAULT 1 CHECK (generation >= 1),
  digest bytea NOT NULL,
  spent_digests bytea[] NOT NULL DEFAULT '{}',
  invited_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  sent_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  accepted_by uuid,
  revoked_at timestamptz,
  renewal_asked_at timestamptz,
  mail_state text NOT NULL DEFAULT 'waiting' CHECK (mail_state IN ('waiting', 'kept', 'sent', 'failed')),
  mail_error text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, invited_by) REFERENCES members (workspace_id, id),
  FOREIGN KEY (workspace_id, accepted_by) REFERENCES members (workspace_id, id),
  CHECK ((accepted_at IS NULL) = (accepted_by IS NULL)),
  CHECK (accepted_at IS NULL OR revoked_at IS NULL)
);
CREATE UNIQUE INDEX one_open_invitation_per_address ON invitations (workspace_id, email)
  WHERE accepted_at IS NULL AND revoked_at IS NULL;
CREATE UNIQUE INDEX invitations_by_digest ON invitations (workspace_id, digest);
CALL protect_tenant_table('invitations');

-- The outbox. It says what a mail is about, never its text: a link is made again when the mail is shown or sent,
-- so no working link lies in the database, and nothing a visitor wrote can ever be in a mail.
CREATE TABLE mails (
  workspace_id uuid NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('invitation', 'renewal_asked')),
  recipient text NOT NULL,
  invitation_id uuid NOT NULL,
  generation integer NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'kept', 'sent', 'failed')),
  error text,
  created_at timestamptz NOT NULL,
  settled_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, invitation_id, generation, kind),
  FOREIGN KEY (workspace_id, invitation_id) REFERENCES invitations (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX mails_newest_first ON mails (workspace_id, created_at DESC);
CALL protect_tenant_table('mails');

-- Who saw or changed what. Each row carries the hash of the row before it, so that a change or a gap shows.
CREATE TABLE audit_heads (
  workspace_id uuid PRIMARY KEY,
  number bigint NOT NULL CHECK (number >= 1),
  hash bytea NOT NULL
);
CALL protect_tenant_table('audit_heads');

CREATE TABLE audit_log (
  workspace_id uuid NOT NULL,
  number bigint NOT NULL,
  at timestamptz NOT NULL,
  person_id uuid,
  actor text NOT NULL,
  deed text NOT NULL,
  subject text NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (workspace_id, number)
);
CALL protect_tenant_table('audit_log');
-- Nothing changes a written row: the application may only add.
REVOKE UPDATE, DELETE ON audit_log FROM deskbell_app;
