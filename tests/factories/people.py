"""Invented people for tests. Their IINs are right by the rules and belong to nobody."""

import datetime
from itertools import count

from socialcode.accounts.models import Office, Role, RoleGrant, User
from socialcode.people.models import Address, Family, LegalRepresentation, Membership, Person, Register
from socialcode.registers.models import Income

from .accounts import make_user

REGION, DISTRICT, OTHER_DISTRICT = "100000000", "103200000", "103400000"
_serial = count(1000)
WEIGHTS = ((*range(1, 12),), (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2))


def next_number() -> int:
    """A number that nothing else was made with."""
    return next(_serial)


def make_iin(born=datetime.date(1990, 1, 15), sex="female"):
    """The next unused IIN of a date and sex, with its check digit."""
    century = 4 if born.year >= 2000 else 2
    while True:
        start = f"{born:%y%m%d}{century + 1 + (sex == 'female')}{next(_serial) % 10000:04d}"
        for weights in WEIGHTS:
            rest = sum(int(d) * w for d, w in zip(start, weights, strict=True)) % 11
            if rest < 10:
                return start + str(rest)


def make_person(born=datetime.date(1990, 1, 15), sex="female", address=(REGION, DISTRICT), **details):
    usual = {
        "surname": "Үлгіева",
        "given_name": "Айгүл",
        "legal_status": "citizen",
        "phone": f"+7700000{next(_serial) % 10000:04d}",
        "language": "en",
    }
    person = Person.objects.create(
        iin=details.pop("iin", None) or make_iin(born, sex), birth_date=born, sex=sex, **(usual | details)
    )
    if address:
        region, district = address
        Address.objects.create(
            person=person,
            region=region,
            district=district,
            text="Үлгі көшесі, 1",
            since=born,
            source=Register.ADDRESSES,
        )
    return person


def make_account(person):
    """The account of a citizen."""
    return User.objects.create_user(iin=person.iin, full_name=person.full_name, language=person.language)


def make_child(parent, born=datetime.date(2026, 3, 1), **details):
    child = make_person(born, given_name=details.pop("given_name", "Бала"), phone="", **details)
    LegalRepresentation.objects.create(representative=parent, represented=child, kind="parent", since=born)
    return child


def make_ward(guardian, born=datetime.date(1990, 6, 15), **details):
    """A grown-up for whom a guardian acts."""
    ward = make_person(born, given_name=details.pop("given_name", "Ерлан"), sex="male", **details)
    LegalRepresentation.objects.create(
        representative=guardian, represented=ward, kind="guardian", since=datetime.date(2024, 2, 1)
    )
    return ward


def make_office(district=DISTRICT, region=REGION, **details):
    code = f"{region[:2]}-{district[2:6] or 'centre'}"
    names = {f"name_{language}": f"Office {code}" for language in ("kk", "ru", "en")}
    return Office.objects.get_or_create(
        code=code, defaults={"region": region, "district": district, **names, **details}
    )[0]


def make_staff(role=Role.OFFICER, office=None, email=None, full_name=None, **details):
    details.setdefault("staff_iin", make_iin())
    user = make_user(email or f"{role}{next(_serial)}@example.org", full_name or f"Invented {role.title()}", **details)
    RoleGrant.objects.create(user=user, role=role, office=office)
    return user


def make_family(head, **others):
    """A family of a head and others, by what they are in it: `spouse=...`."""
    family = Family.objects.create()
    for kin, person in {"head": head, **others}.items():
        Membership.objects.create(family=family, person=person, kin=kin, since=datetime.date(2020, 1, 1))
    return family


def make_income(person, month=datetime.date(2026, 5, 1), **details):
    usual = {"kind": "wage", "amount": 250_000, "source": Register.TAXES}
    return Income.objects.create(person=person, month=month, **(usual | details))
