-- How many questions with answers one source holds: set for a list of them, NULL for a single one and for everything else.
ALTER TABLE sources ADD COLUMN pairs integer;
