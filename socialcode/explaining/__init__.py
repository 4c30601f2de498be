"""Explanations in words: for a page, a letter, and as JSON."""
