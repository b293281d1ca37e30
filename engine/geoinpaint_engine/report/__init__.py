"""The report of a run: a page of text, tables and pictures."""
