"""Runs the engine as a separate process: finds its Python, starts it, reads its events, explains failures."""
