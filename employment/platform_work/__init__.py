"""Work through platforms: what operators withheld, what a month owes and insures, and the regimes side by side."""
