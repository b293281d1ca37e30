"""Methods of filling holes. base.py is their interface, registry.py creates the method of a job."""
