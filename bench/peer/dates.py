"""Calendar steps on numpy dates, where numpy has none: the same day months later, or the month's last day."""

import numpy


def months_after(days, months):
    month = days.astype("datetime64[M]")
    moved = month + numpy.timedelta64(int(months), "M")
    day_of_month = days - month.astype("datetime64[D]")
    last = (moved + 1).astype("datetime64[D]") - numpy.timedelta64(1, "D")
    return numpy.minimum(moved.astype("datetime64[D]") + day_of_month, last)


def years_after(days, years):
    return months_after(days, 12 * years)
