"""Pages of moving: for everybody, for who asks, for the staff, and for who checks a certificate."""
