-- Websites: one source, many documents. A row per page makes a crawl durable; a document keeps its earlier versions;
-- each crawl leaves what it changed; and what contradicts itself or is out of date is kept for the owner.

-- The table has a row per thing that somebody gave: checking them all takes milliseconds.
-- squawk-ignore ban-drop-constraint
ALTER TABLE sources DROP CONSTRAINT sources_kind_check;
ALTER TABLE sources ADD CONSTRAINT sources_kind_check
  CHECK (kind IN ('file', 'text', 'qa', 'website', 'page')) NOT VALID;
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE sources VALIDATE CONSTRAINT sources_kind_check;
ALTER TABLE sources
  ADD COLUMN pages integer NOT NULL DEFAULT 0,
  ADD COLUMN pages_found integer NOT NULL DEFAULT 0,
  ADD COLUMN pages_read integer NOT NULL DEFAULT 0,
  ADD COLUMN pages_failed integer NOT NULL DEFAULT 0,
  ADD COLUMN refresh text NOT NULL DEFAULT 'never',
  ADD COLUMN next_refresh_at timestamptz,
  ADD COLUMN last_read_at timestamptz;
ALTER TABLE sources ADD CONSTRAINT sources_refresh_check
  CHECK (refresh IN ('never', 'daily', 'weekly', 'monthly')) NOT VALID;
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE sources VALIDATE CONSTRAINT sources_refresh_check;
UPDATE sources SET pages = 1, last_read_at = trained_at WHERE trained_at IS NOT NULL;

-- What belongs to a website. `home` is the origin that its address leads to (https, www), learned by the first page.
CREATE TABLE websites (
  workspace_id uuid NOT NULL,
  source_id uuid NOT NULL,
  home text NOT NULL CHECK (length(home) <= 300),
  path_prefix text NOT NULL CHECK (length(path_prefix) <= 500),
  include_paths text[] NOT NULL,
  exclude_paths text[] NOT NULL,
  max_pages integer NOT NULL CHECK (max_pages BETWEEN 1 AND 20000),
  max_depth integer NOT NULL CHECK (max_depth BETWEEN 0 AND 50),
  crawl integer NOT NULL DEFAULT 1 CHECK (crawl >= 1),
  PRIMARY KEY (workspace_id, source_id),
  FOREIGN KEY (workspace_id, source_id) REFERENCES sources (workspace_id, id) ON DELETE CASCADE
);
CALL protect_tenant_table('websites');

-- `waiting` pages are the frontier: whatever kills the worker, the crawl goes on from here. `crawl` is the number of the
-- crawl that put the row into its status. `same_as` is the address of the page that stands for this one.
CREATE TABLE pages (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  source_id uuid NOT NULL,
  url text COLLATE "C" NOT NULL CHECK (length(url) <= 2000),
  depth integer NOT NULL CHECK (depth >= 0),
  status text NOT NULL CHECK (status IN ('waiting', 'read', 'skipped', 'failed', 'removed')),
  reason text,
  same_as text CHECK (length(same_as) <= 2000),
  document_id uuid,
  etag text,
  last_modified text,
  sha256 bytea,
  attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  crawl integer NOT NULL,
  not_before timestamptz,
  found_at timestamptz NOT NULL,
  checked_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, source_id) REFERENCES sources (workspace_id, id) ON DELETE CASCADE,
  CHECK (status IN ('waiting', 'read') OR reason IS NOT NULL)
);
CREATE UNIQUE INDEX pages_by_url ON pages (workspace_id, source_id, url);
CREATE INDEX pages_waiting ON pages (workspace_id, source_id, depth, id) WHERE status = 'waiting';
CREATE INDEX pages_by_text ON pages (workspace_id, source_id, sha256) WHERE status = 'read';
CREATE INDEX pages_standing_aside ON pages (workspace_id, source_id, same_as) WHERE same_as IS NOT NULL;
CALL protect_tenant_table('pages');

-- A document is known by its source and address. Its text of today stands here, earlier ones in document_versions;
-- one that was removed stays for the answers that quoted it, without passages.
ALTER TABLE documents
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN words integer NOT NULL DEFAULT 0,
  ADD COLUMN removed_at timestamptz;

CREATE TABLE document_versions (
  workspace_id uuid NOT NULL,
  document_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  title text NOT NULL,
  body text NOT NULL,
  words integer NOT NULL,
  read_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, document_id, version),
  FOREIGN KEY (workspace_id, document_id) REFERENCES documents (workspace_id, id) ON DELETE CASCADE
);
CALL protect_tenant_table('document_versions');

-- Each time a website was read, and what that changed.
CREATE TABLE crawls (
  workspace_id uuid NOT NULL,
  source_id uuid NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  cause text NOT NULL CHECK (cause IN ('added', 'again', 'failed_pages', 'scheduled')),
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  added integer NOT NULL DEFAULT 0,
  changed integer NOT NULL DEFAULT 0,
  removed integer NOT NULL DEFAULT 0,
  unchanged integer NOT NULL DEFAULT 0,
  failed integer NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, source_id, number),
  FOREIGN KEY (workspace_id, source_id) REFERENCES sources (workspace_id, id) ON DELETE CASCADE
);
CALL protect_tenant_table('crawls');

-- `passages` lists what came and went: [{"kind": "added" | "removed", "path": …, "text": …}], the first of them.
CREATE TABLE page_changes (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  source_id uuid NOT NULL,
  crawl integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('added', 'changed', 'removed')),
  document_id uuid NOT NULL,
  title text NOT NULL,
  url text NOT NULL,
  version integer NOT NULL,
  passages_added integer NOT NULL,
  passages_removed integer NOT NULL,
  passages jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, source_id, crawl) REFERENCES crawls (workspace_id, source_id, number) ON DELETE CASCADE
);
CREATE INDEX page_changes_of_crawl ON page_changes (workspace_id, source_id, crawl, id);
CALL protect_tenant_table('page_changes');

-- What the owner should look at: passages that contradict each other, and passages that speak of a time gone by.
-- Passages are named by their ids; a flag whose passage is gone is gone with the next look.
CREATE TABLE flags (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  agent_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('conflict', 'stale')),
  passage_id uuid NOT NULL,
  other_id uuid,
  sentence text NOT NULL,
  words text NOT NULL,
  other_words text NOT NULL DEFAULT '',
  found_at timestamptz NOT NULL,
  dismissed_at timestamptz,
  dismissed_by uuid,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, agent_id) REFERENCES agents (workspace_id, id) ON DELETE CASCADE,
  CHECK ((kind = 'conflict') = (other_id IS NOT NULL))
);
CREATE UNIQUE INDEX flags_of_passages ON flags (workspace_id, agent_id, kind, passage_id, coalesce(other_id, passage_id));
CALL protect_tenant_table('flags');
