"""Of people who look for work: registration, loss of the job, training, a grant to begin with."""
