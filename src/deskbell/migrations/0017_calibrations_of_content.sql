-- Confidence is always judged with the built-in model's cosines, whatever model searched: there is no scale of cosines to keep, and
-- no ceiling for a model that was not measured.

ALTER TABLE calibrations
  DROP COLUMN cosine_shift,
  DROP COLUMN cosine_scale,
  DROP COLUMN ceiling;
