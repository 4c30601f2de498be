"""What is done about payments, by what it is about."""
