"""What becomes of offers, in figures: counted from the rows themselves, never kept a second time."""
