"""Comparisons of scene and result: swipe, blink, difference, profile, and time profile."""
