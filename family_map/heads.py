"""Who stands for a family: where the head lives, the family lives."""

from collections.abc import Sequence

from socialcode.people.models import Membership, Person


def head_of(memberships: Sequence[Membership]) -> Person:
    """The head of a family; where none is registered, or several are, the oldest of those in question."""
    heads = [one for one in memberships if one.kin == Membership.Kin.HEAD] or memberships
    return min(heads, key=lambda one: (one.person.birth_date, one.person.iin)).person
