"""Which roles one person may hold, and what has to be done before one ends."""
