"""What Kazakhstan's payments say besides ISO 20022: who pays whose money, and the codes of the National Bank."""

import datetime
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from socialcode import yaml_file
from socialcode.law.values import values_on

PAYERS = Path(__file__).parent / "payer.yaml"


@dataclass(frozen=True)
class Party:
    """An organisation that pays: its name, BIN and account (empty for who only stands behind the money)."""

    name: str
    bin: str
    iban: str = ""


@dataclass(frozen=True)
class LocalFields:
    """As of a day: who orders and whose money it is, and the codes: KOd of the sender, KBe of a person and of an
    organisation who receive, KNP of the purpose; each as text of two or three digits."""

    debtor: Party
    payer: Party
    sender_code: str
    person_code: str
    organisation_code: str
    purpose_code: str


def local_fields(on: datetime.date) -> LocalFields:
    """What counts on a day."""
    row, values = _payers()[max(since for since in _payers() if since <= on)], values_on(on)
    return LocalFields(
        Party(**row["debtor"]),
        Party(**row["payer"]),
        *(f"{int(values.value(f'payment_{name}_code')):02d}" for name in ("sender", "person", "organisation")),
        f"{int(values.value('payment_purpose_code')):03d}",
    )


@cache
def _payers() -> dict[datetime.date, dict]:
    return yaml_file.read(PAYERS)
