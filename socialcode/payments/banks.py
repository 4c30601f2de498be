"""Banks of Kazakhstan, by the three signs by which an IBAN names one."""

from dataclasses import dataclass
from functools import cache

from schwifty import registry

from socialcode.people.iban import COUNTRY


@dataclass(frozen=True)
class Bank:
    """`name` as the list of IBANs has it, `bic` its code in messages; both empty for one that is not in the list."""

    code: str
    name: str = ""
    bic: str = ""

    def __str__(self):
        return self.name or self.code


@cache
def _known() -> dict[str, Bank]:
    banks = registry.get_banks_by_country(COUNTRY)
    return {bank.bank_code: Bank(bank.bank_code, bank.name, bank.bic or "") for bank in banks if bank.bank_code}


def bank_of(code: str) -> Bank:
    """The bank of a code, known or not."""
    return _known().get(code) or Bank(code)
