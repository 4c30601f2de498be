"""Trades: the 436 unit groups of ISCO-08, by which seekers and vacancies find one another. Knows nobody."""
