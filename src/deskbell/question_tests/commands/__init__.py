"""Writing question tests, and what becomes of their runs."""
