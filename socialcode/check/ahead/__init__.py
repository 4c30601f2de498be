"""What comes: the next months with their days, and the result if one thing changed."""
