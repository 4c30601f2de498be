"""What is done to sign something by a code."""
