"""The pages of those whose money it is: months, the next day, what did not arrive, the account."""
