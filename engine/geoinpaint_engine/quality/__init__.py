"""Quality: metrics, hold-out patches. Knows no method."""
