"""Uploaded papers: what a file really is, where it is kept, its picture, the search for viruses. Knows no claim."""
