"""What people have a right to and do not receive: by payment and region, in money of a year."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection

from socialcode.awards.models import Held
from socialcode.cases.models import Claim
from socialcode.cases.models.claim import IN_WORK
from socialcode.detection.models import Entitled
from socialcode.engine.registry import registry
from socialcode.people.models import Address

MONTHS = 12
ASKED_FOR = f"""
SELECT found.provision, coalesce(home.region, '') AS region, count(*), coalesce(sum(found.amount), 0)
FROM {Entitled._meta.db_table} found
LEFT JOIN LATERAL (
    SELECT region FROM {Address._meta.db_table} a
    WHERE a.person_id = found.person AND a.ended_at IS NULL
      AND a.since <= %(on)s AND coalesce(a.until, %(on)s) >= %(on)s
    ORDER BY a.since DESC LIMIT 1
) home ON true
WHERE found.until_run IS NULL AND found.is_certain AND found.amount > 0
  AND NOT EXISTS (
    SELECT 1 FROM {Held._meta.db_table} held
    WHERE held.whom IN ('person:' || found.subject, 'person:' || found.person) AND held.provision = found.provision
      AND coalesce(held.until, %(on)s) >= %(on)s
  )
  AND NOT EXISTS (
    SELECT 1 FROM {Claim._meta.db_table} claim
    WHERE claim.person_id = found.person AND claim.provision = found.provision AND claim.status = ANY(%(in_work)s)
      AND coalesce(claim.subject_id, found.subject) = found.subject
  )
GROUP BY 1, 2
"""


@dataclass(frozen=True)
class Unclaimed:
    """Rights of a kind: how many, and what they come to in a year, in tenge."""

    name: str
    rights: int
    a_year: Decimal


def unclaimed(on: datetime.date) -> tuple[list[Unclaimed], list[Unclaimed]]:
    """By payment and by region (code), the dearest first. One query."""
    with connection.cursor() as cursor:
        cursor.execute(ASKED_FOR, {"on": on, "in_work": list(map(str, IN_WORK))})
        rows = cursor.fetchall()
    by_payment: dict[str, list] = {}
    by_region: dict[str, list] = {}
    for provision, region, rights, amount in rows:
        times = 1 if registry.provision(provision).pays == "once" else MONTHS
        for found, name in ((by_payment, provision), (by_region, region)):
            before = found.setdefault(name, [0, Decimal(0)])
            before[0] += rights
            before[1] += amount * times
    return _sorted(by_payment), _sorted(by_region)


def _sorted(found: dict[str, list]) -> list[Unclaimed]:
    rows = (Unclaimed(name, rights, a_year) for name, (rights, a_year) in found.items())
    return sorted(rows, key=lambda one: (-one.a_year, one.name))
