"""The shipped offices: regional labour mobility centres, and career centres of districts (see README.md beside)."""

import csv
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record

from .models import Office

SHIPPED = Path(__file__).parent / "offices.csv"


@dataclass(frozen=True)
class Loaded:
    """How many offices were added, how many changed, and how many were as shipped."""

    added: int
    changed: int
    unchanged: int


@transaction.atomic
def load() -> Loaded:
    """Bring the shipped offices into the table: new ones are added, names and territory follow the file."""
    there = Office.objects.in_bulk(field_name="code")
    added = changed = 0
    shipped = read()
    for code, says in shipped.items():
        office = there.get(code, Office(code=code))
        if all(getattr(office, name) == value for name, value in says.items()):
            continue
        is_new = office.pk is None
        for name, value in says.items():
            setattr(office, name, value)
        office.save()
        record(EventKind.OFFICE_ADDED if is_new else EventKind.OFFICE_CHANGED, on=office, by=None, **says)
        added, changed = added + is_new, changed + (not is_new)
    return Loaded(added, changed, len(shipped) - added - changed)


def read() -> dict[str, dict]:
    """The offices of the file: by code, what each is called and where it works."""
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: {
                "name_kk": row["kk"],
                "name_ru": row["ru"],
                "name_en": row["en"],
                "region": row["region"],
                "district": row["district"],
                "has_mobile_group": row["mobile_group"] == "1",
            }
            for row in csv.DictReader(file)
        }
