"""What the pages of advising show, read for them."""
