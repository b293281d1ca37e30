"""The optimisation loop of the deep image prior: steps, stopping, output averaging."""
