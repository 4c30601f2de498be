"""Who may do what with moves, with platform work, and at a mobility centre."""
