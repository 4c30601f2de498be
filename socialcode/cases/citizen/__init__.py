"""The pages on which a citizen makes a claim and follows it."""
