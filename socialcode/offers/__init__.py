"""Rights that somebody has and nobody asked for: found, offered, answered, claimed. Only an answer decides."""
