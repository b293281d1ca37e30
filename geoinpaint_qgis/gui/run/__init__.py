"""A run from the panel: output, progress, result, and the same run as a command or again."""
