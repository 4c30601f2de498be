"""What is paid in, by whom and on what: article 101-1, chapters 18 and 19."""
