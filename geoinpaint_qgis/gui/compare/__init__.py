"""Scene and result compared: swipe, blink, difference and profile."""
