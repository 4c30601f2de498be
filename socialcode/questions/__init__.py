"""Asking for facts: a question as a form field, questions as a form, and what answers are typed into."""
