"""What a set of values would change for people, before anybody agrees to it: a room above claims and awards."""
