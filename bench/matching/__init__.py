"""Matching at the size of the country's labour exchange."""
