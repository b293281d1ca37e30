"""The optimisation loop shared by dip/ and guided/: steps, stopping, output averaging."""
