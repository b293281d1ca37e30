"""Runs the engine as a process of its own: finds its Python, starts it, reads its events, explains its failures."""
