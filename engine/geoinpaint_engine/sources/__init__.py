"""Finding and fetching evidence, other dates and radar, in a STAC catalogue; only on the user's request."""
