"""What provisions of several chapters share: conditions, contributions, insurance, retirement, grounds, deductions.

As pure as the rules themselves: written in the engine's words, without Django and without a database.
"""
