"""Invented organisations. Their BINs are right by the rules, with a month of registration and serial numbers of their
own."""

import datetime
from pathlib import Path

from socialcode import yaml_file
from socialcode.people import business_number
from socialcode.people.models import Mandate, Organisation, Person

FILE = Path(__file__).parent / "organisations.yaml"
REGISTERED = datetime.date(2020, 1, 15)


def make(heads: dict[str, Person], *, region: str, district: str) -> list[Organisation]:
    """Make those that are not here yet; `heads` are the heads of the invented families by the family's name."""
    return [_made(described, heads, region, district) for described in yaml_file.read(FILE)]


def _made(described: dict, heads: dict[str, Person], region: str, district: str) -> Organisation:
    number = business_number.first_free(REGISTERED, described["serial"], division=described.get("division", 0))
    made, _is_new = Organisation.objects.get_or_create(
        bin=number,
        defaults={"name": described["name"], "kind": described["kind"], "region": region, "district": district},
    )
    if "led_by" in described:
        Mandate.objects.get_or_create(
            organisation=made, person=heads[described["led_by"]], defaults={"since": REGISTERED}
        )
    return made
