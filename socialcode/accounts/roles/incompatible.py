"""Which two roles nobody holds together: a table with the day from which each line counts."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..models import OF_A_CAREER_CENTRE, OF_AN_OFFICE, Office, Role

OLD, NEW = datetime.date(2026, 1, 1), datetime.date(2026, 11, 1)
FOR_THE_MINISTRY = datetime.date(2026, 11, 27)  # the day the role began
FOR_PAYMENTS = FOR_WORK = datetime.date(2026, 11, 28)  # the day these roles began
OWN_WORK = _("Who decides on claims of an office does not also agree to decisions of that office.")
BOTH_KEYS = _("Who gives roles and changes the law does not see people's claims and data.")
PAYS = _("Who grants payments or agrees to them does not also pay them.")
FIGURES = _("Who reads the figures of the country does not see its families, and changes nothing.")
CHECKS = _("Who checks others afterwards has no other role.")


@dataclass(frozen=True)
class Pair:
    """Two roles, from a day on (and until another, where the line is taken back). `in_one_office`: only where the
    offices are the same, or one lies in the territory of the other."""

    one: str
    other: str
    since: datetime.date
    why: Promise
    in_one_office: bool = False
    until: datetime.date | None = None

    def is_in_force(self, on: datetime.date) -> bool:
        return self.since <= on and (self.until is None or on <= self.until)

    def forbids(self, role: str, office: Office | None, held: str, held_at: Office | None) -> bool:
        """Whether one person may not have `role` at an office (None: everywhere) beside the role that is `held`."""
        if {role, held} != {self.one, self.other}:
            return False
        return not self.in_one_office or _overlap(office, held_at)


PAIRS = (
    Pair(Role.ADMINISTRATOR, Role.AUDITOR, OLD, CHECKS),
    Pair(Role.OFFICER, Role.APPROVER, NEW, OWN_WORK, in_one_office=True),
    *(Pair(Role.ADMINISTRATOR, role, NEW, BOTH_KEYS) for role in OF_AN_OFFICE),
    *(Pair(Role.AUDITOR, role, NEW, CHECKS) for role in OF_AN_OFFICE),
    Pair(Role.MINISTRY, Role.AUDITOR, FOR_THE_MINISTRY, CHECKS),
    *(Pair(Role.MINISTRY, role, FOR_THE_MINISTRY, FIGURES) for role in (Role.ADMINISTRATOR, *OF_AN_OFFICE)),
    *(Pair(Role.PAYER, role, FOR_PAYMENTS, PAYS) for role in OF_AN_OFFICE),
    Pair(Role.PAYER, Role.ADMINISTRATOR, FOR_PAYMENTS, BOTH_KEYS),
    Pair(Role.PAYER, Role.AUDITOR, FOR_PAYMENTS, CHECKS),
    Pair(Role.PAYER, Role.MINISTRY, FOR_PAYMENTS, FIGURES),
    *(Pair(Role.PAYER, role, FOR_WORK, PAYS) for role in OF_A_CAREER_CENTRE),
    *(Pair(Role.ADMINISTRATOR, role, FOR_WORK, BOTH_KEYS) for role in OF_A_CAREER_CENTRE),
    *(Pair(Role.AUDITOR, role, FOR_WORK, CHECKS) for role in OF_A_CAREER_CENTRE),
    *(Pair(Role.MINISTRY, role, FOR_WORK, FIGURES) for role in OF_A_CAREER_CENTRE),
)


def objections(role: str, office: Office | None, held: Iterable, on: datetime.date) -> list[str]:
    """Why a role does not go together with role grants that somebody holds, a sentence each."""
    pairs = [pair for pair in PAIRS if pair.is_in_force(on)]
    met = [(grant, pair) for grant, pair in product(held, pairs)]
    found = [(grant, pair) for grant, pair in met if pair.forbids(role, office, grant.role, grant.office)]
    return [f"{grant.get_role_display()} + {Role(role).label}. {pair.why}" for grant, pair in found]


def _overlap(one: Office | None, other: Office | None) -> bool:
    if one is None or other is None:
        return False
    return one.covers(other.region, other.district) or other.covers(one.region, one.district)
