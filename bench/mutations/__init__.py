"""Slips of the pen: every rule and figure changed in turn. Run as `python -m bench.mutations.run`."""
