"""A treasury and its banks, invented: take what the portal lays out and answer as banks do, also late, twice, wrongly.

It knows the portal only by the folders in which messages lie.
"""
