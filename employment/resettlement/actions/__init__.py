"""What people do with a move: ask for it, rule on it, sign, follow, pay, end."""
