"""How claims stand in a list: in which order, under which heads, in which short words, and as a file."""
