"""Families that are short of something, as the officers of their district see them, and what is done for them."""
