"""The Laplace and diffusion equations on a hole."""
