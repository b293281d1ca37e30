"""Runs from the panel: output, progress, result, and repeating a run or copying it as a command."""
