"""Every change of a claim: one transaction, the row locked, policy first, one audit event inside."""
