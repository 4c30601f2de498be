"""Pensions that the state pays: chapter 15."""
