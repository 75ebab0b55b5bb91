-- What the agent knows: a source is given, is read into documents, and is cut into passages that can be found again.
CREATE EXTENSION IF NOT EXISTS vector;

CREATE TABLE sources (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  agent_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('file', 'text', 'qa')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  file_name text CHECK (length(file_name) <= 300),
  url text CHECK (length(url) <= 2000),
  sha256 bytea NOT NULL,
  status text NOT NULL CHECK (status IN ('pending', 'processing', 'trained', 'failed')),
  failure text,
  passages integer NOT NULL DEFAULT 0 CHECK (passages >= 0),
  words integer NOT NULL DEFAULT 0 CHECK (words >= 0),
  answers_used integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  trained_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, agent_id) REFERENCES agents (workspace_id, id) ON DELETE CASCADE,
  CHECK ((status = 'failed') = (failure IS NOT NULL)),
  CHECK (status <> 'trained' OR trained_at IS NOT NULL),
  CHECK ((kind = 'file') = (file_name IS NOT NULL))
);
CREATE INDEX sources_of_agent ON sources (workspace_id, agent_id, created_at DESC);
-- An import that runs twice finds what it has brought before.
CREATE INDEX sources_by_content ON sources (workspace_id, agent_id, file_name, sha256);
CALL protect_tenant_table('sources');

-- What was given, as it was given: kept so that a failed reading can be tried again.
CREATE TABLE originals (
  workspace_id uuid NOT NULL,
  source_id uuid NOT NULL,
  content bytea NOT NULL CHECK (length(content) <= 20971520),
  PRIMARY KEY (workspace_id, source_id),
  FOREIGN KEY (workspace_id, source_id) REFERENCES sources (workspace_id, id) ON DELETE CASCADE
);
ALTER TABLE originals ALTER COLUMN content SET STORAGE EXTERNAL;
CALL protect_tenant_table('originals');

-- What was understood of it. `body` is small Markdown: headings, paragraphs, lists, tables.
CREATE TABLE documents (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  source_id uuid NOT NULL,
  agent_id uuid NOT NULL,
  title text NOT NULL,
  url text,
  sha256 bytea NOT NULL,
  body text NOT NULL,
  read_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, source_id) REFERENCES sources (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX documents_of_source ON documents (workspace_id, source_id);
CALL protect_tenant_table('documents');

-- `length` counts indexed terms; BM25 needs it beside its mean.
CREATE TABLE passages (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  document_id uuid NOT NULL,
  source_id uuid NOT NULL,
  agent_id uuid NOT NULL,
  ordinal integer NOT NULL,
  path text NOT NULL,
  text text NOT NULL CHECK (text <> ''),
  words integer NOT NULL,
  length integer NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, document_id) REFERENCES documents (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX passages_of_document ON passages (workspace_id, document_id, ordinal);
CREATE INDEX passages_of_source ON passages (workspace_id, source_id);
CALL protect_tenant_table('passages');

-- One vector per passage and model, apart from the text: a narrow row is what an exact scan reads. Vectors of
-- different models are never compared, and a change of model can be prepared beside the one in use.
CREATE TABLE passage_vectors (
  workspace_id uuid NOT NULL,
  agent_id uuid NOT NULL,
  model text NOT NULL,
  passage_id uuid NOT NULL,
  embedding vector NOT NULL,
  PRIMARY KEY (workspace_id, agent_id, model, passage_id),
  FOREIGN KEY (workspace_id, passage_id) REFERENCES passages (workspace_id, id) ON DELETE CASCADE
);
ALTER TABLE passage_vectors ALTER COLUMN embedding SET STORAGE PLAIN;
CREATE INDEX passage_vectors_of_passage ON passage_vectors (workspace_id, passage_id);
CALL protect_tenant_table('passage_vectors');

-- The postings of BM25: which passage says which stem, how often, in how long a text. Read by the key alone.
CREATE TABLE passage_terms (
  workspace_id uuid NOT NULL,
  agent_id uuid NOT NULL,
  term text NOT NULL,
  passage_id uuid NOT NULL,
  frequency smallint NOT NULL,
  length integer NOT NULL,
  PRIMARY KEY (workspace_id, agent_id, term, passage_id) INCLUDE (frequency, length),
  FOREIGN KEY (workspace_id, passage_id) REFERENCES passages (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX passage_terms_of_passage ON passage_terms (workspace_id, passage_id);
CALL protect_tenant_table('passage_terms');

-- How much an agent knows: the number of passages and the sum of their lengths, for BM25.
CREATE TABLE corpora (
  workspace_id uuid NOT NULL,
  agent_id uuid NOT NULL,
  passages integer NOT NULL,
  length bigint NOT NULL,
  PRIMARY KEY (workspace_id, agent_id),
  FOREIGN KEY (workspace_id, agent_id) REFERENCES agents (workspace_id, id) ON DELETE CASCADE
);
CALL protect_tenant_table('corpora');
