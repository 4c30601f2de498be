"""What was computed, what was decided on it, who agreed, and who complains of it. Knows no claim and no award."""
