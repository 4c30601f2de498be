"""Disputing what registers say, asking who looked, letting relatives in: each change of state is one function."""
