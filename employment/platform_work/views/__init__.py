"""Pages of platform work: for everybody, for performers, and for operators."""
