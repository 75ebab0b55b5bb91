"""Files made of rows: what is a header, what is a table, and what is a list of questions with their answers."""
