"""PDF: characters at places become lines, columns, paragraphs and tables. `document.py` opens the file."""
