"""Visas, permits and the status of a kandas, as far as an act or a report names them: a finder for everybody."""
