-- Rules wait for more kinds of things, collect with several actions and say their own words.
-- Each turn keeps what rules are held against, so that other rules can be tried on it later.

-- squawk-ignore ban-drop-constraint
ALTER TABLE rules DROP CONSTRAINT rules_fires_when_check;
ALTER TABLE rules ADD CONSTRAINT rules_fires_when_check CHECK (
  fires_when->>'kind' IN ('asks_for_person', 'phrase', 'topic', 'other_language', 'stuck', 'clinical', 'no_answer',
                          'unanswered_in_a_row', 'confidence_below', 'agent_unavailable', 'details_collected')) NOT VALID;
-- An agent has fifty rules at most: looking at all of them holds nobody up.
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE rules VALIDATE CONSTRAINT rules_fires_when_check;

ALTER TABLE rules ADD COLUMN says jsonb NOT NULL DEFAULT '{}';

CREATE TABLE rule_actions (
  workspace_id uuid NOT NULL,
  agent_id uuid NOT NULL,
  rule_id uuid NOT NULL,
  place integer NOT NULL CHECK (place >= 1),
  action_id uuid NOT NULL,
  PRIMARY KEY (workspace_id, rule_id, place),
  UNIQUE (workspace_id, rule_id, action_id),
  FOREIGN KEY (workspace_id, rule_id) REFERENCES rules (workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, agent_id, action_id) REFERENCES actions (workspace_id, agent_id, id)
);
CREATE INDEX rule_actions_of_action ON rule_actions (workspace_id, agent_id, action_id);

ALTER TABLE rules NO FORCE ROW LEVEL SECURITY;
INSERT INTO rule_actions (workspace_id, agent_id, rule_id, place, action_id)
  SELECT workspace_id, agent_id, id, 1, collect_first FROM rules WHERE collect_first IS NOT NULL;
ALTER TABLE rules FORCE ROW LEVEL SECURITY;
CALL protect_tenant_table('rule_actions');

-- The one action that there could be stands in rule_actions now; nothing was released with this column.
ALTER TABLE rules
  -- squawk-ignore ban-drop-column
  DROP COLUMN collect_first;

-- What the rules were held against, beside the trace it is part of: thousands of these are read at once.
ALTER TABLE turns ADD COLUMN judged jsonb;

-- The rule on collected details that said where a handoff goes.
ALTER TABLE handoffs ADD COLUMN route_id uuid, ADD COLUMN route_version integer;
