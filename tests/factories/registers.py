"""What registers say of one person alone."""

from socialcode.registers.frames.household import RegisterRows
from socialcode.registers.known import Known, look_up


def known_facts(facts, person, subject, on, answers=None) -> dict[str, Known]:
    """For each of the facts the registers know on a day: its value with its source."""
    return look_up(facts, RegisterRows(filter(None, (person, subject)), on), person, subject, answers or {})
