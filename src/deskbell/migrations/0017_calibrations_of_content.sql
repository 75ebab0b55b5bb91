-- Confidence is always judged with the built-in model's cosines, whatever model searched: there is no scale of cosines to keep, and
-- no ceiling for a model that was not measured. Only workers use this table, and nothing was released with these columns.

ALTER TABLE calibrations
  -- squawk-ignore ban-drop-column
  DROP COLUMN cosine_shift,
  -- squawk-ignore ban-drop-column
  DROP COLUMN cosine_scale,
  -- squawk-ignore ban-drop-column
  DROP COLUMN ceiling;
