-- Whether a website has more pages than its limit let in. Counting what came in cannot tell: a page that turns out to be a copy
-- leaves the count, after others were turned away for it.

ALTER TABLE websites ADD COLUMN has_more boolean NOT NULL DEFAULT false;

ALTER TABLE websites NO FORCE ROW LEVEL SECURITY;
ALTER TABLE sources NO FORCE ROW LEVEL SECURITY;
UPDATE websites w SET has_more = true FROM sources s
WHERE s.workspace_id = w.workspace_id AND s.id = w.source_id AND s.kind = 'website' AND s.pages_found >= w.max_pages;
ALTER TABLE websites FORCE ROW LEVEL SECURITY;
ALTER TABLE sources FORCE ROW LEVEL SECURITY;
