"""When values of the law change, all that is paid every month is computed anew and released at once."""
