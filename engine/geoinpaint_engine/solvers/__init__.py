"""Solvers of the Laplace and diffusion equations on holes."""
