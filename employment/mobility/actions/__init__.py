"""What a mobility centre does."""
