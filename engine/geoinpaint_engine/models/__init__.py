"""Trained models: their cards, those that ship here, and the user's own; torch is not needed to list them."""
