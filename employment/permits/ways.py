"""The ways, read from the file beside: for whom each is, what it gives, in which terms, and how sure that is."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from socialcode import yaml_file

HERE = Path(__file__).parent
WHO = {
    "specialist": _("I have a profession in demand"),
    "remote": _("I work from afar for somebody abroad"),
    "business": _("I want to open a business"),
    "investor": _("I invest money"),
    "ethnic": _("I am an ethnic Kazakh from abroad"),
    "employer": _("I am an employer who hires a foreigner"),
}
STATUS = {
    "act": ("success", _("An act says so")),
    "report": ("info", _("Reported; the act was not read")),
    "promise": ("warning", _("A promise of a programme: no act was found, it cannot be asked for")),
}


@dataclass(frozen=True)
class Way:
    """`who` are keys of WHO, `status` one of STATUS; texts are by language. `source` is an address, empty where none is
    known."""

    key: str
    who: tuple[str, ...]
    status: str
    names: Mapping[str, str]
    whats: Mapping[str, str]
    all_terms: Mapping[str, str]
    source: str = ""

    @property
    def name(self) -> str:
        return self.names[get_language()]

    @property
    def what(self) -> str:
        return self.whats[get_language()]

    @property
    def terms(self) -> str:
        return self.all_terms[get_language()]

    @property
    def sign(self) -> str:
        """The kind of mark that stands beside it."""
        return STATUS[self.status][0]

    @property
    def how_sure(self) -> str:
        return STATUS[self.status][1]


@cache
def ways() -> tuple[Way, ...]:
    """Every way, in the order of the file."""
    raw = yaml_file.read(HERE / "ways.yaml")
    return tuple(
        Way(key, tuple(row["who"]), row["status"], row["name"], row["what"], row["terms"], row.get("source", ""))
        for key, row in raw.items()
    )


def ways_for(who: str) -> list[Way]:
    """Those for one kind of people, all where none is named: what can be asked for stands before what is promised."""
    found = [way for way in ways() if not who or who in way.who]
    return sorted(found, key=lambda way: way.status == "promise")
