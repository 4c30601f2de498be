"""Looking for work, in the tables of who may do what."""
