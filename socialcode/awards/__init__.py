"""Granted rights: for whom, how much, from when to when. Knows no claim."""
