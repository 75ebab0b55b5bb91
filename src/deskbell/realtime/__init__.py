"""From the log to the browsers: one reader of the log per workspace and process, one bounded queue per stream."""
