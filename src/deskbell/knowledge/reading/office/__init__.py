"""Files of Office: documents, spreadsheets, slides. `package.py` looks into the archive before a library does."""
