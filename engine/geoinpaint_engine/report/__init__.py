"""The report of a run: an HTML page of text, tables and pictures."""
