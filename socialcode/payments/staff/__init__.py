"""The pages of those who pay: runs and lists, orders, what did not arrive, the balance."""
