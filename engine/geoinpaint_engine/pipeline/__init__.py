"""The pipeline: a job opened, planned, filled window by window, composed and put in place."""
