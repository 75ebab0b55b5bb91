-- Questions with what the agent must do about them, and what it did each time they were run.

CREATE TABLE question_tests (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  agent_id uuid NOT NULL,
  question text NOT NULL CHECK (length(question) BETWEEN 1 AND 1000),
  expectation jsonb NOT NULL CHECK (
    expectation->>'kind' IN ('quotes', 'from_source', 'hands_off', 'nothing_found', 'small_talk')),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 500),
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, agent_id) REFERENCES agents (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX question_tests_of_agent ON question_tests (workspace_id, agent_id, id);
CALL protect_tenant_table('question_tests');

-- `test_ids` in the order in which they are run. The counts grow with each result, in its transaction.
CREATE TABLE question_test_runs (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  agent_id uuid NOT NULL,
  cause text NOT NULL CHECK (cause IN ('by_hand', 'content_changed', 'settings_changed', 'command')),
  state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'canceled', 'failed')),
  test_ids uuid[] NOT NULL CHECK (cardinality(test_ids) BETWEEN 1 AND 500),
  done integer NOT NULL DEFAULT 0,
  passed integer NOT NULL DEFAULT 0,
  newly_failing integer NOT NULL DEFAULT 0,
  fixed integer NOT NULL DEFAULT 0,
  changed integer NOT NULL DEFAULT 0,
  begun_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, agent_id) REFERENCES agents (workspace_id, id) ON DELETE CASCADE,
  CHECK ((state = 'running') = (ended_at IS NULL))
);
CREATE INDEX question_test_runs_of_agent ON question_test_runs (workspace_id, agent_id, begun_at DESC);
-- One at a time: two would compare their results with each other.
CREATE UNIQUE INDEX question_test_runs_one_running ON question_test_runs (workspace_id, agent_id) WHERE state = 'running';
CALL protect_tenant_table('question_test_runs');

CREATE TABLE question_test_results (
  workspace_id uuid NOT NULL,
  run_id uuid NOT NULL,
  test_id uuid NOT NULL,
  passed boolean NOT NULL,
  why text NOT NULL,
  answer text NOT NULL,
  sources jsonb NOT NULL DEFAULT '[]',
  outcome text NOT NULL,
  reason text,
  confidence real,
  milliseconds integer NOT NULL,
  change text CHECK (change IN ('newly_failing', 'fixed', 'changed')),
  trace jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, run_id, test_id),
  FOREIGN KEY (workspace_id, run_id) REFERENCES question_test_runs (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, test_id) REFERENCES question_tests (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX question_test_results_of_test ON question_test_results (workspace_id, test_id, at DESC);
CALL protect_tenant_table('question_test_results');

-- When tests run by themselves. Without a row: after changes of the content and of the settings.
CREATE TABLE question_test_choices (
  workspace_id uuid NOT NULL,
  agent_id uuid NOT NULL,
  after_content boolean NOT NULL,
  after_settings boolean NOT NULL,
  PRIMARY KEY (workspace_id, agent_id),
  FOREIGN KEY (workspace_id, agent_id) REFERENCES agents (workspace_id, id) ON DELETE CASCADE
);
CALL protect_tenant_table('question_test_choices');
