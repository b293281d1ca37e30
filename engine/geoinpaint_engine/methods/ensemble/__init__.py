"""The fast preset: evidence as input, random hidden layers, fitted heads that are weighed on hidden ground.

Mode basic, which has no evidence, weighs fills from the image alone in the same way (`image.py`).
"""
