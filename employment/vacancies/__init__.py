"""Vacancies: posted by employers, found by everybody, and who applied to them (articles 23, 103, 106)."""
