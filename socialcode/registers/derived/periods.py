"""Words about rows that last from one day to another."""

from socialcode.engine import first_known
from socialcode.engine.derived import latest, where


def in_force(rows, on):
    """Rows whose days contain a day; without a last day they go on."""
    return where(rows, (rows.since <= on) & first_known(rows.until >= on, True))


def newest(rows):
    """The row that began last."""
    return where(rows, rows.since == latest(rows.since))


def without_end(rows):
    """Rows that have no last day."""
    return where(rows, first_known(rows.until < rows.since, True))
