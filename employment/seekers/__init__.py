"""People who look for work: their registration at a career centre, their profile, and who may see it."""
