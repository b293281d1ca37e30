"""The fast preset: fixed hidden layers on the evidence, and ridge heads stacked by their error on hidden ground.

Mode basic, which has no evidence, weights fills from the image alone in the same way (`image.py`).
"""
