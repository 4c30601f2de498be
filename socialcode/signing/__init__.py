"""Signing by a code that goes to the phone: what was signed, in which words, by whom and when."""
