"""Classical fills: harmonic, regression, ratio, paste, TELEA; baselines and starting points."""
