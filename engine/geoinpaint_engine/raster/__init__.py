"""Rasters: grids, windows, reading and aligning, masks, writing. Knows no method."""
