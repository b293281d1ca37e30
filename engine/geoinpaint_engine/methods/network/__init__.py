"""Coarse-to-fine task-driven inpainting (Sun et al.): networks, losses, tasks, training pieces, inference."""
