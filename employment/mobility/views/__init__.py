"""Pages of a mobility centre, and the list of agencies for everybody."""
