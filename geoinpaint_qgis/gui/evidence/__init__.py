"""What the fill may use: its section of the panel, the cards, the table of trained models."""
