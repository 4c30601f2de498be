"""Pages of subsidised places: for employers, workers and the centre."""
