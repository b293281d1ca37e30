"""The mask: its section of the panel, drawing on the map, and the red overlay."""
