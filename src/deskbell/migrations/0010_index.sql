-- The index, packed. The passages of an agent are numbered in the order they come; 1,024 numbers are a band. Postings and
-- sketches are kept per band, so that a search reads a few thin rows and not one row per word (docs/adr, "The index in bands").
-- What is there is carried over; `passage_terms` and the old vectors go.

-- The owner of the tables is bound by row-level security too: without this it would see no row to carry over.
ALTER TABLE passages NO FORCE ROW LEVEL SECURITY;
ALTER TABLE passage_terms NO FORCE ROW LEVEL SECURITY;
ALTER TABLE passage_vectors NO FORCE ROW LEVEL SECURITY;
ALTER TABLE corpora NO FORCE ROW LEVEL SECURITY;

ALTER TABLE passages ADD COLUMN number integer;
UPDATE passages p SET number = n.number FROM (
  SELECT workspace_id, id, row_number() OVER (PARTITION BY workspace_id, agent_id ORDER BY document_id, ordinal) - 1 AS number
  FROM passages
) n WHERE n.workspace_id = p.workspace_id AND n.id = p.id;
-- squawk-ignore adding-not-nullable-field
ALTER TABLE passages ALTER COLUMN number SET NOT NULL;
-- squawk-ignore constraint-missing-not-valid, disallowed-unique-constraint
ALTER TABLE passages ADD CONSTRAINT passages_by_number UNIQUE (workspace_id, agent_id, number);

-- An embeddings server of the workspace's own. Rows do not change: a new address or model is a new row. `chosen`: what
-- the agents shall be on; none chosen means the built-in model.
CREATE TABLE embedders (
  workspace_id uuid NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  url text NOT NULL CHECK (length(url) BETWEEN 8 AND 500),
  model text NOT NULL CHECK (length(model) BETWEEN 1 AND 200),
  dimensions integer NOT NULL CHECK (dimensions BETWEEN 8 AND 4000),
  sealed_key bytea,  -- encrypted with the server key, bound to this row
  chosen boolean NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX embedders_chosen ON embedders (workspace_id) WHERE chosen;

-- All vectors of one agent that one model made. One set serves; during a switch another is prepared beside it; what has
-- served is retired and then removed. `embedder_id` is empty for the built-in model.
CREATE TABLE vector_sets (
  workspace_id uuid NOT NULL,
  agent_id uuid NOT NULL,
  number smallint NOT NULL,
  model text NOT NULL CHECK (length(model) BETWEEN 1 AND 300),
  embedder_id uuid,
  status text NOT NULL CHECK (status IN ('preparing', 'serving', 'retired')),
  failure text,
  started_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, agent_id, number),
  FOREIGN KEY (workspace_id, agent_id) REFERENCES agents (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, embedder_id) REFERENCES embedders (workspace_id, id)
);
CREATE UNIQUE INDEX vector_sets_by_status ON vector_sets (workspace_id, agent_id, status) WHERE status <> 'retired';

-- Numbers are given under the lock of this row and never again: whoever changes an agent's index takes it first.
ALTER TABLE corpora ADD COLUMN next_number integer NOT NULL DEFAULT 0;
UPDATE corpora c SET next_number = n.next FROM (
  SELECT workspace_id, agent_id, max(number) + 1 AS next FROM passages GROUP BY workspace_id, agent_id
) n WHERE n.workspace_id = c.workspace_id AND n.agent_id = c.agent_id;

-- `lengths` is how many terms each passage of the band has, two bytes each (big-endian), by number; 0 is a passage that is gone.
CREATE TABLE bands (
  workspace_id uuid NOT NULL,
  agent_id uuid NOT NULL,
  band integer NOT NULL,
  lengths bytea NOT NULL CHECK (length(lengths) <= 2048),
  PRIMARY KEY (workspace_id, agent_id, band),
  FOREIGN KEY (workspace_id, agent_id) REFERENCES corpora (workspace_id, agent_id) ON DELETE CASCADE
);
ALTER TABLE bands ALTER COLUMN lengths SET STORAGE PLAIN;

-- Which passages of a band say a stem: place in the band and how often, two bytes each (big-endian). A passage that is gone
-- stays in here until its band is rewritten; its length in `bands` says so.
CREATE TABLE postings (
  workspace_id uuid NOT NULL,
  agent_id uuid NOT NULL,
  band integer NOT NULL,
  term text COLLATE "C" NOT NULL,
  entries bytea NOT NULL,
  PRIMARY KEY (workspace_id, agent_id, band, term),
  FOREIGN KEY (workspace_id, agent_id, band) REFERENCES bands (workspace_id, agent_id, band) ON DELETE CASCADE
) WITH (fillfactor = 85);
ALTER TABLE postings ALTER COLUMN entries SET STORAGE EXTERNAL;

-- The words of an agent's content as they are written, for questions with typos.
CREATE TABLE vocabulary (
  workspace_id uuid NOT NULL,
  agent_id uuid NOT NULL,
  word text COLLATE "C" NOT NULL,
  PRIMARY KEY (workspace_id, agent_id, word),
  FOREIGN KEY (workspace_id, agent_id) REFERENCES corpora (workspace_id, agent_id) ON DELETE CASCADE
);
CREATE INDEX vocabulary_by_ending ON vocabulary (workspace_id, agent_id, reverse(word));

-- squawk-ignore renaming-table
ALTER TABLE passage_vectors RENAME TO old_passage_vectors;
CREATE TABLE passage_vectors (
  workspace_id uuid NOT NULL,
  agent_id uuid NOT NULL,
  number integer NOT NULL,
  vector_set smallint NOT NULL,
  embedding halfvec NOT NULL,
  PRIMARY KEY (workspace_id, agent_id, number, vector_set),
  FOREIGN KEY (workspace_id, agent_id, number) REFERENCES passages (workspace_id, agent_id, number)
    ON DELETE CASCADE ON UPDATE CASCADE,
  FOREIGN KEY (workspace_id, agent_id, vector_set) REFERENCES vector_sets (workspace_id, agent_id, number)
);
ALTER TABLE passage_vectors ALTER COLUMN embedding SET STORAGE PLAIN;

-- The signs of the vectors of a full band, one bit per dimension, by number; zeros where a passage is gone. Written once. A band that is still filling has none:
-- its vectors are compared one by one.
CREATE TABLE sketches (
  workspace_id uuid NOT NULL,
  agent_id uuid NOT NULL,
  vector_set smallint NOT NULL,
  band integer NOT NULL,
  bits bytea NOT NULL,
  PRIMARY KEY (workspace_id, agent_id, vector_set, band),
  FOREIGN KEY (workspace_id, agent_id, band) REFERENCES bands (workspace_id, agent_id, band) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, agent_id, vector_set) REFERENCES vector_sets (workspace_id, agent_id, number) ON DELETE CASCADE
);
ALTER TABLE sketches ALTER COLUMN bits SET STORAGE EXTERNAL;

INSERT INTO vector_sets (workspace_id, agent_id, number, model, status)
SELECT DISTINCT ON (workspace_id, agent_id) workspace_id, agent_id, 1, model, 'serving'
FROM old_passage_vectors ORDER BY workspace_id, agent_id, model DESC;

INSERT INTO bands (workspace_id, agent_id, band, lengths)
SELECT workspace_id, agent_id, number / 1024, string_agg(int2send(least(greatest(length, 1), 32767)::int2), ''::bytea ORDER BY number)
FROM passages GROUP BY workspace_id, agent_id, number / 1024;

INSERT INTO postings (workspace_id, agent_id, band, term, entries)
SELECT t.workspace_id, t.agent_id, p.number / 1024, t.term,
       string_agg(int2send((p.number % 1024)::int2) || int2send(t.frequency), ''::bytea ORDER BY p.number)
FROM passage_terms t JOIN passages p ON p.workspace_id = t.workspace_id AND p.id = t.passage_id
GROUP BY t.workspace_id, t.agent_id, p.number / 1024, t.term;

INSERT INTO passage_vectors (workspace_id, agent_id, number, vector_set, embedding)
SELECT v.workspace_id, v.agent_id, p.number, s.number, v.embedding::halfvec
FROM old_passage_vectors v
JOIN passages p ON p.workspace_id = v.workspace_id AND p.id = v.passage_id
JOIN vector_sets s ON s.workspace_id = v.workspace_id AND s.agent_id = v.agent_id AND s.model = v.model;

INSERT INTO sketches (workspace_id, agent_id, vector_set, band, bits)
SELECT workspace_id, agent_id, vector_set, number / 1024, 
       string_agg(substring(varbit_send(binary_quantize(embedding)) FROM 5), ''::bytea ORDER BY number)
FROM passage_vectors GROUP BY workspace_id, agent_id, vector_set, number / 1024 HAVING count(*) = 1024;

INSERT INTO vocabulary (workspace_id, agent_id, word)
SELECT DISTINCT p.workspace_id, p.agent_id, w.word
FROM passages p CROSS JOIN LATERAL regexp_split_to_table(lower(p.path || ' ' || p.text), '[^a-z]+') AS w(word)
WHERE length(w.word) BETWEEN 2 AND 40;

-- squawk-ignore ban-drop-table
DROP TABLE old_passage_vectors;
-- squawk-ignore ban-drop-table
DROP TABLE passage_terms;

ALTER TABLE passages FORCE ROW LEVEL SECURITY;
ALTER TABLE corpora FORCE ROW LEVEL SECURITY;
CALL protect_tenant_table('embedders');
CALL protect_tenant_table('vector_sets');
CALL protect_tenant_table('bands');
CALL protect_tenant_table('postings');
CALL protect_tenant_table('vocabulary');
CALL protect_tenant_table('passage_vectors');
CALL protect_tenant_table('sketches');
