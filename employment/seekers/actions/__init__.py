"""What changes for those who look for work: each change of state is one function."""
