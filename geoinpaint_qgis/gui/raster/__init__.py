"""The raster to fill: its section of the panel, the area, and Sentinel-2 products as layers."""
