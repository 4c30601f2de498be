"""The pages on which an office works on claims: the queue, a claim with its case file, several at once."""
