"""What is done in advising."""
