-- A member may ask one source alone. And a rehearsal's question may be as long as a visitor's message.
-- Rehearsals are swept after an hour: checking the few that are there takes no time.

ALTER TABLE rehearsals ADD COLUMN source_id uuid;
ALTER TABLE rehearsals ADD CONSTRAINT rehearsals_source_id_fkey
  FOREIGN KEY (workspace_id, source_id) REFERENCES sources (workspace_id, id) ON DELETE CASCADE NOT VALID;
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE rehearsals VALIDATE CONSTRAINT rehearsals_source_id_fkey;
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX rehearsals_of_source ON rehearsals (workspace_id, source_id) WHERE source_id IS NOT NULL;

-- squawk-ignore ban-drop-constraint
ALTER TABLE rehearsals DROP CONSTRAINT rehearsals_question_check;
ALTER TABLE rehearsals ADD CONSTRAINT rehearsals_question_check
  CHECK (length(question) BETWEEN 1 AND 20000) NOT VALID;
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE rehearsals VALIDATE CONSTRAINT rehearsals_question_check;
