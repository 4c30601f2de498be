"""What somebody can do on each page of advising: acts with their forms."""
