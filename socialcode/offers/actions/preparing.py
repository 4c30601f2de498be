"""Offers of what was found and nothing bars: one for a person, whatever rights it joins."""

import datetime
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby
from typing import Any, Self

from socialcode.broken_constraint import change
from socialcode.engine.days import days_after
from socialcode.offers.barring import Right, Wanted, without_rivals
from socialcode.offers.models import Offer, OfferedRight
from socialcode.offers.terms import Terms
from socialcode.offers.wording import accounts_of
from socialcode.people.models import Person


@dataclass(frozen=True)
class Found:
    """A right that registers show: worth `amount` (tenge), of which `net` reaches the person; `facts` (name to value)
    are what it stands on. `number` is that of its row of `detection.Entitled`; 0 where there is none any more."""

    wanted: Wanted
    family: int
    region: str
    amount: Decimal
    net: Decimal | None
    facts: Mapping[str, Any] = field(default_factory=dict)
    law_version: str = ""
    number: int = 0

    @property
    def provision(self) -> str:
        return self.wanted.provision

    def numbered(self, numbers: Mapping[Right, int]) -> Self:
        one = self.wanted
        return replace(self, number=numbers.get((one.provision, one.person, one.subject or one.person), 0))

    @property
    def worth(self) -> Decimal:
        return self.amount if self.net is None else self.net


@change
def prepare(*, found: Sequence[Found], on: datetime.date) -> int:
    """Offers of what was found, all that one person has in one; of what cannot be paid side by side the dearer one.
    Nothing of it may be barred (`barring.Bars`). Returns how many offers these are."""
    by_person = {
        person: without_rivals(list(rows), lambda one: one.worth)
        for person, rows in groupby(sorted(found, key=lambda one: one.wanted.person), lambda one: one.wanted.person)
    }
    persons = Person.objects.in_bulk(by_person)
    accounts = accounts_of(by_person)
    terms = Terms.of_each({one.provision for one in found}, on)
    offers = []
    for number, rows in by_person.items():
        until = days_after(on, min(terms[one.provision].answer_days for one in rows))
        offers.append(_offer(persons[number], rows, accounts.get(number, ""), until))
    Offer.objects.bulk_create(offers)
    rights = [_right(offer, one, on) for offer in offers for one in by_person[offer.person_id]]
    OfferedRight.objects.bulk_create(rights)
    return len(offers)


def _offer(person: Person, rows: Sequence[Found], iban: str, until: datetime.date) -> Offer:
    return Offer(
        person=person,
        family_id=rows[0].family,
        region=rows[0].region,
        language=person.language,
        variant=secrets.choice(Offer.Variant.values),
        iban=iban,
        valid_until=until,
    )


def _right(offer: Offer, one: Found, on: datetime.date) -> OfferedRight:
    return OfferedRight(
        offer=offer,
        provision=one.provision,
        person=offer.person,
        subject_id=one.wanted.subject,
        entitled=one.number,
        on=on,
        amount=one.amount,
        net=one.net,
        facts=dict(one.facts),
        law_version=one.law_version,
    )
