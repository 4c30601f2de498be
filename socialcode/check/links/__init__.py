"""A link to a result, for whoever wants to go on with it on another device or show it to somebody."""
