"""The well-being of every family of the country: slices of families, worked through by any number of workers."""
