"""What is done with accounts: by one administrator, by two, and by who has the account."""
