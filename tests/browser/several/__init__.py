"""Several people at once, each before a browser of their own."""
