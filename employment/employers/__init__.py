"""Employers: who acts for them, what they tell of lay-offs, which jobs they keep (articles 103, 107)."""
