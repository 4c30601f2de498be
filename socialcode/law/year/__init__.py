"""A year of law at once: the values that usually change on 1 January, entered as one set and answered to as one."""
