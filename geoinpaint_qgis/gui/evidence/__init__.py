"""The evidence for a fill: its section of the panel, the cards, the table of trained models."""
