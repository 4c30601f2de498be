"""The packet: all that a decision was made of in one document, for the person, the officer and a court."""
