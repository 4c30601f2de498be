"""Of work by way of internet platforms: articles 102 and 102-1."""
