"""Of disability, lost ability to work and care: chapter 13."""
