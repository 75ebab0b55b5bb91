-- What a website says around most of its pages is the content of one of them. A page keeps all that was read in it, so that
-- its passages can be cut anew when it turns out which lines are of the site and not of the page.

-- `reading`: what was read, packed. `lines`: the face of each line (64 bits of a hash), sorted.
ALTER TABLE pages ADD COLUMN reading bytea, ADD COLUMN lines bigint[];

-- Pages that were read before are fetched in full once, the next time that their site is read.
ALTER TABLE pages NO FORCE ROW LEVEL SECURITY;
UPDATE pages SET etag = NULL, last_modified = NULL WHERE etag IS NOT NULL OR last_modified IS NOT NULL;
ALTER TABLE pages FORCE ROW LEVEL SECURITY;

-- Lines that most pages of a website have, as far as its documents follow that by now; `page_id` is the one that keeps it.
CREATE TABLE site_lines (
  workspace_id uuid NOT NULL,
  source_id uuid NOT NULL,
  face bigint NOT NULL,
  page_id uuid NOT NULL,
  PRIMARY KEY (workspace_id, source_id, face),
  FOREIGN KEY (workspace_id, source_id) REFERENCES websites (workspace_id, source_id) ON DELETE CASCADE
);
CALL protect_tenant_table('site_lines');
