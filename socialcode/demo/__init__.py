"""Invented people with all their registers, to try every journey with. Their IINs are right by the rules."""

import datetime
from decimal import Decimal
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from socialcode import iin, yaml_file
from socialcode.engine.days import days_after, months_after, months_before, start_of_month, years_after
from socialcode.people.models import Address, Family, LegalRepresentation, Membership, Person, Register
from socialcode.people.models.person import ADULT_AT
from socialcode.registers.models import Contribution, Disability, Employment, Income, Property, Study

from . import jobs, organisations

FAMILIES = Path(__file__).parent / "families.yaml"
REGION, DISTRICT = "100000000", "103200000"
PHONE, MAILBOX = "+7700000{:04d}", "invented{}@demo.example"
FIRST_SERIAL = 9000
SCHOOL_AGE = range(6, 18)
SURNAMES = {"female": "Үлгіева", "male": "Үлгіев"}
INCOMES = {"contract": Income.Kind.WAGE, "business": Income.Kind.BUSINESS, "platform": Income.Kind.PLATFORM}
# Round rates for invented rows; what is due in truth the rules say
PENSION_RATE, SOCIAL_RATE = Decimal("0.1"), Decimal("0.05")


def make() -> list[tuple[str, Person]]:
    """Make those families that are not here yet; gives for each its name and the person to sign in as."""
    families = _described()
    made = [(name, _head(number, family)) for number, (name, family) in enumerate(families.items(), start=1)]
    jobs.make(organisations.make(dict(made), region=REGION, district=DISTRICT))
    return made


def phones() -> list[str]:
    """The phones of all that are made."""
    numbered = enumerate(_described().values(), start=1)
    return [PHONE.format(number * 10 + place) for number, family in numbered for place in range(len(family["members"]))]


def _described() -> dict:
    return yaml_file.read(FAMILIES)


@transaction.atomic
def _head(number: int, described: dict) -> Person:
    """The head of a family; its phone tells whether the family is here already."""
    found = Person.objects.filter(phone=PHONE.format(number * 10)).first()
    return found or _Made(number, described).head


class _Made:
    """One family with all its rows."""

    def __init__(self, number: int, described: dict):
        self.number, self.described, self.today = number, described, timezone.localdate()
        self.family = Family.objects.create()
        self.persons = [self._person(place, member) for place, member in enumerate(described["members"])]
        self.head = self.persons[0]
        self._tie()

    def _ago(self, months: int, place: int = 0) -> datetime.date:
        """A day so many months ago, another one for everybody."""
        return days_after(start_of_month(months_after(self.today, -months)), (self.number * 7 + place * 5) % 27)

    def _person(self, place: int, member: dict) -> Person:
        born, sex, serial = self._ago(member["born"], place), member["sex"], self.number * 10 + place
        is_adult = member["kin"] != Membership.Kin.CHILD
        person = Person.objects.create(
            iin=iin.first_free(born, sex, FIRST_SERIAL + serial),
            surname=SURNAMES[sex],
            given_name=member["name"],
            birth_date=born,
            died_on=self._ago(member["died"]) if "died" in member else None,
            sex=sex,
            legal_status=Person.LegalStatus.CITIZEN,
            phone=PHONE.format(serial) if is_adult else "",
            email=MAILBOX.format(serial) if is_adult else "",
        )
        together = max(born, self._ago(self.described["together"]))
        Membership.objects.create(
            family=self.family, person=person, kin=member["kin"], since=together, until=person.died_on
        )
        Address.objects.create(
            person=person,
            region=REGION,
            district=self.described.get("district", DISTRICT),
            text=f"Үлгі көшесі, {self.number}",
            is_rural=self.described.get("is_rural", False),
            since=together,
            source=Register.ADDRESSES,
        )
        self._registers(person, member)
        return person

    def _registers(self, person: Person, member: dict) -> None:
        if work := member.get("work"):
            self._work(person, work)
        if "unemployed" in member:
            Employment.objects.create(
                person=person,
                kind=Employment.Kind.UNEMPLOYED,
                since=self._ago(member["unemployed"]),
                source=Register.LABOUR_MARKET,
            )
        if found := member.get("disability"):
            Disability.objects.create(
                person=person,
                group=found["group"],
                capacity_loss=found["capacity_loss"],
                since=self._ago(found["since"]),
                until=self._ago(found["until"]),
                source=Register.DISABILITY,
            )
        is_pupil = self.today.year - person.birth_date.year in SCHOOL_AGE
        if place := member.get("study") or (is_pupil and "Үлгі мектебі"):
            Study.objects.create(person=person, place=place, since=self._ago(12), source=Register.EDUCATION)
        for kind, text in member.get("owns", {}).items():
            Property.objects.create(person=person, kind=kind, text=text, since=self._ago(24), source=Register.PROPERTY)

    def _work(self, person: Person, work: dict) -> None:
        """Work, with income and contributions for every month paid."""
        kind, amount = work["kind"], Decimal(work["income"])
        Employment.objects.create(
            person=person,
            kind=kind,
            employer="Үлгі ЖШС" if kind == Employment.Kind.CONTRACT else "",
            since=self._ago(work["since"]),
            until=self._ago(work["until"]) if "until" in work else None,
            source=Register.LABOUR,
        )
        unpaid = work.get("paid_until", 1) - 1
        months = months_before(months_after(self.today, -unpaid), work["since"] - unpaid - 1)
        Income.objects.bulk_create(
            Income(person=person, month=month, kind=INCOMES[kind], amount=amount, source=Register.TAXES)
            for month in months
        )
        pension = amount * PENSION_RATE
        contributed = (
            (Contribution.Kind.PENSION, Register.PENSION_FUND, amount, pension),
            (Contribution.Kind.SOCIAL, Register.SOCIAL_INSURANCE, amount - pension, (amount - pension) * SOCIAL_RATE),
        )
        Contribution.objects.bulk_create(
            Contribution(person=person, month=month, kind=paid, amount=due, income=taken_from, source=source)
            for paid, source, taken_from, due in contributed
            for month in months
        )

    def _tie(self) -> None:
        """Every child to its parents, until it is grown up or a parent dies."""
        members = list(zip(self.described["members"], self.persons, strict=True))
        children = [person for member, person in members if member["kin"] == Membership.Kin.CHILD]
        parents = [person for member, person in members if member["kin"] != Membership.Kin.CHILD]
        for child in children:
            adult_on = years_after(child.birth_date, ADULT_AT)
            for parent in parents:
                ends = [day for day in (parent.died_on, adult_on) if day and day <= self.today]
                LegalRepresentation.objects.create(
                    representative=parent,
                    represented=child,
                    kind=LegalRepresentation.Kind.PARENT,
                    since=child.birth_date,
                    until=min(ends, default=None),
                )
