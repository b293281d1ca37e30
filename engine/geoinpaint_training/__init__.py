"""Training and evaluating inpainters after Sun et al.: data sets, losses, discriminators, task networks."""
