"""Pages of advising."""
