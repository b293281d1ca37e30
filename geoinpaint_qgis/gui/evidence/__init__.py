"""The evidence for a fill: its section of the panel, the method cards, the table of trained models."""
