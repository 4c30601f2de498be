"""Papers that people add: what a file really is, where it is kept, and whether it carries a virus."""
