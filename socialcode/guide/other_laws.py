"""What people look for here and does not stand in the Social Code: which law it is, and where to ask."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

from socialcode import yaml_file
from socialcode.engine import Provision
from socialcode.engine.registry import registry

from .said import Statement, searched
from .words import Index

FILE = Path(__file__).parent / "other_laws.yaml"


@dataclass(frozen=True)
class OtherLaw:
    """`law` is what it stands in; `recalled` where its name and number were not checked, so none is given."""

    name: str
    titles: Mapping[str, str] = field(hash=False)
    words: Mapping[str, list[str]] = field(hash=False)
    what: Statement
    law: Statement
    where: Statement
    recalled: bool = False
    provisions: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return self.titles[get_language()]

    @property
    def payments(self) -> list[Provision]:
        """What the Code has nearby."""
        return [registry.provisions[name] for name in self.provisions]


@cache
def laws() -> dict[str, OtherLaw]:
    raw = yaml_file.read(FILE)
    return {name: _law(name, body) for name, body in raw.items()}


def _law(name: str, body: dict) -> OtherLaw:
    said = {part: Statement(**body[part]) for part in ("what", "law", "where")}
    provisions = tuple(body.get("provisions", ()))
    return OtherLaw(
        name, body["name"], body["words"], **said, recalled=body.get("recalled", False), provisions=provisions
    )


def search(query: str) -> list[OtherLaw]:
    """Those that fit a query in any of the languages, best first."""
    return [laws()[name] for name in _index().search(query)]


@cache
def _index() -> Index:
    return Index({law.name: list(searched(law.titles, law.words, [law.what])) for law in laws().values()})
