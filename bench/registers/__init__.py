"""What registers know of a family and of many: `python -m bench.registers`."""
