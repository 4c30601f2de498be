"""The counter: what an officer does for a person who walks in."""
