"""Classical fills: harmonic, regression, ratio, paste, TELEA, coherent; baselines and starting points."""
