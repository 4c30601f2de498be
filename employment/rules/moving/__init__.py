"""Of moving for work: article 112."""
