"""Making the orders of a month: part by part, each part one transaction, and in the end what has to be looked at."""
