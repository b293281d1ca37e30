"""Fills windows as Dask tasks, on this machine or on a cluster."""
