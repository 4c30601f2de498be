"""The carrier of a nation: the formulas of a provision as columns of a table of any length."""
