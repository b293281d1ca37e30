"""A series: every date of a place filled from the others, each by a job of its own; kept, resumed and appended to."""
