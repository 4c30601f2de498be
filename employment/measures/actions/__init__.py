"""What is done with the map, applications, contracts, proofs and ends. Each is one change with its event."""
