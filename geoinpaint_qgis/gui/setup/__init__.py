"""The set-up of the engine: its section of the panel, dialogs and the page of settings."""
