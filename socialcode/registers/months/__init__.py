"""Registers by month: kept as a row for each year, looked at as a row for each month."""
