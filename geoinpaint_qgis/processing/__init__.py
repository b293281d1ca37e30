"""The Processing provider and its algorithms: the plugin's published interface."""
