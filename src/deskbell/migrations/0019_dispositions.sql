-- What came of an emergency: said by the member who closes it.
ALTER TABLE conversations
  ADD COLUMN emergency_disposition text
    CHECK (emergency_disposition IN ('reached', 'directed', 'false_alarm', 'unable_to_reach')),
  ADD COLUMN emergency_disposed_by text,
  ADD COLUMN emergency_disposed_at timestamptz;
