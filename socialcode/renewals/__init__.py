"""Payments that are about to end: who receives one is told in time why, and asks for it again with what is known."""
