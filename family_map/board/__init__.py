"""The figures of the country's families for the ministry, and as open data: counts, never a family."""
