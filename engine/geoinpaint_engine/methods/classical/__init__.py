"""The classical fills: harmonic, regression, ratio, paste, TELEA and coherent."""
