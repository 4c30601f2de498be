"""Words that templates about papers use."""
