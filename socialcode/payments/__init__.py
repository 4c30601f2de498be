"""What was ordered to be paid and what came of it: orders, lists for banks, messages out and in, the balance."""
