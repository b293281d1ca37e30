"""Progress at the end of each phase of a run, 0 to 1."""

from __future__ import annotations

MASK_END, HOLDOUT_END, FIT_END, FILL_END, FIGURES_END, COMPOSE_END = 0.05, 0.25, 0.3, 0.9, 0.91, 0.98
QUICK_FIT_END = 0.07  # of the fit where nothing was tried on hidden ground before
