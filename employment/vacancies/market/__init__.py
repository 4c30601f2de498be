"""The labour market in figures: open posts and people who look for work (articles 20.1(1), 103.3(2))."""
