"""What people see of the map."""
