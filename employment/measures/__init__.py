"""Jobs with a subsidised wage and special workplaces: the employment map of a year, employers' applications, contracts
of three sides, proofs of the months, and how a contract ends (articles 108 and 111)."""
