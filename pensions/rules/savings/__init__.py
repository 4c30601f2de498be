"""What becomes of pension savings: chapters 5 and 15."""
