-- What a reader should know about a source that was read: sentences such as "2 pages have no text." Empty when all went well.
ALTER TABLE sources ADD COLUMN warnings text[] NOT NULL DEFAULT '{}';
