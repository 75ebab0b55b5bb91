-- How far each member has read each conversation. Unread is derived: last_visitor_seq > seq.

CREATE TABLE read_marks (
  workspace_id uuid NOT NULL,
  member_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  seq integer NOT NULL CHECK (seq >= 0),
  PRIMARY KEY (workspace_id, member_id, conversation_id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversations (workspace_id, id) ON DELETE CASCADE
);
CALL protect_tenant_table('read_marks');
