"""Complaints about decisions: filed, sent to a higher office, decided by others than before, and what follows."""
