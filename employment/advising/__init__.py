"""Advising of people who look for work: plans, offers of work, meetings, removals from the register, rounds."""
