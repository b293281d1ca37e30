"""Coarse-to-fine task-driven inpainting (Sun et al.): networks, model files and their table, inference."""
