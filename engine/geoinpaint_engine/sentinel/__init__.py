"""Sentinel-1 and Sentinel-2: products, radiometry, classifications, the clear-sky reference."""
