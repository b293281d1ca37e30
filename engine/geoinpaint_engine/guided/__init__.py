"""The fast preset: evidence as input, random hidden layers, fitted heads that are weighed on hidden ground."""
