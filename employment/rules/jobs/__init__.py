"""Subsidised jobs and those that an employer has to keep: articles 107, 108 and 111."""
