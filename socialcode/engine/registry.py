"""Which provisions, facts and values there are. A provision is found by its file; there is no list to keep."""

import datetime
import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

from .agreements import Agreement
from .facts import Fact, Meaning
from .pairs import Pair, pairs_of
from .parameters import Parameter, Values, read_parameters
from .problems import Problems, days_of_change, near
from .provision import Provision


class Registry:
    """All provisions, facts and values of some packages, by their names."""

    def __init__(self):
        self._forget()

    def _forget(self) -> None:
        self.provisions: dict[str, Provision] = {}
        self.levels: dict[str, Provision] = {}
        self._renamed: dict[str, Provision] = {}
        self.facts: dict[str, Fact] = {}
        self.parameters: dict[str, Parameter] = {}
        self.agreements: list[Agreement] = []
        self._meant: dict[Meaning, Fact] = {}
        self._found_in: dict[tuple[str, str], str] = {}
        self._doubles: list[str] = []
        self._pairs = cache(lambda: pairs_of(self.provisions))
        self._values = lru_cache(maxsize=256)(lambda on, region: Values(self.parameters, on, region))

    def load(self, packages: Iterable[str], figures: Path) -> None:
        """Read published figures from the folder `figures`, then facts, rules and values of the packages."""
        self._forget()
        for path in sorted(figures.glob("*.yaml")):
            self._load_values(path)
        for package in packages:
            self._load_facts(package)
        for package in packages:
            self._load_rules(package)
        for provision in self.provisions.values():
            for name in provision.formerly:
                self._take(self._renamed, "former name", name, provision, provision.file)
                if name in self.provisions:
                    self._doubles.append(f"{provision.file}: was never called '{name}': that is another provision.")

    def _load_values(self, path: Path, prefix: str = "") -> None:
        for name, parameter in read_parameters(path, prefix).items():
            self._take(self.parameters, "value", name, parameter, path)

    def _load_facts(self, package: str) -> None:
        """Facts stand in `<package>/facts.py`, or in the files of a folder of that name."""
        for module in _modules(f"{package}.facts"):
            self.agreements += getattr(module, "AGREE", ())
            for fact in module.FACTS:
                self._take(self.facts, "fact", fact.name, fact, module.__file__)
                if fact.means:
                    self._take(self._meant, "meaning", fact.means, fact, module.__file__)

    def _load_rules(self, package: str) -> None:
        for module in _modules(f"{package}.rules"):
            provision = self.provision_of(module)
            known = self.provisions if provision.is_right else self.levels
            self._take(known, "provision", provision.name, provision, module.__file__)
            own = Path(module.__file__).with_suffix(".yaml")
            if own.exists():
                self._load_values(own, provision.name)

    def provision_of(self, module: ModuleType) -> Provision:
        """The provision of a rule file: one of this registry's own, as another registry may know other facts."""
        provision = replace(module.provision)
        provision.adopt(module)
        asked = {argument for versions in provision.rules.values() for r in versions for argument in r.arguments}
        provision.facts = {name: fact for name, fact in self.facts.items() if name in asked}
        return provision

    def _take(self, known: dict, kind: str, name: str, thing, file) -> None:
        """The first of a name is kept; another one is a problem."""
        if name in known:
            self._doubles.append(f"{file}: the {kind} '{name}' is already in {self._found_in[kind, name]}.")
            return
        known[name] = thing
        self._found_in[kind, name] = str(file)

    def provision(self, name: str) -> Provision:
        """The provision that a stored row names, by whatever name it ever had. Raises KeyError for no name of any."""
        return self.provisions.get(name) or self._renamed[name]

    @property
    def encoded(self) -> dict[str, Provision]:
        """Everything that has rules: the rights, and what only says how somebody stands."""
        return self.provisions | self.levels

    @property
    def facts_of_rights(self) -> dict[str, Fact]:
        """What rights ask for; what only says how somebody stands asks for more."""
        return {name: fact for provision in self.provisions.values() for name, fact in provision.facts.items()}

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """What any two provisions do to one another."""
        return self._pairs()

    def contradictions(self, known: Mapping[str, Any], on: datetime.date) -> list[Agreement]:
        """The agreements among facts that what is known breaks."""
        return [agreement for agreement in self.agreements if agreement.is_broken(known, on)]

    def meant(self, meaning: Meaning) -> Fact:
        """The one fact with a meaning that the portal has to know. Raises KeyError where no department has one."""
        return self._meant[meaning]

    def values(self, on: datetime.date, region: str = "") -> Values:
        """The shipped values on a day, without any administrator's change: one object for a day and region."""
        return self._values(on, region)

    def problems(self, until: datetime.date, parameters: dict[str, Parameter] | None = None) -> list[str]:
        """What is wrong with rules and values, a sentence each, on every day of change up to `until`."""
        return self._doubles or [
            *self._lost_agreements(),
            *Problems(self.encoded, self.facts, parameters or self.parameters, until),
        ]

    def _lost_agreements(self) -> Iterator[str]:
        for agreement in self.agreements:
            for name in agreement.facts:
                if name not in self.facts:
                    yield f"An agreement names the fact '{name}', which does not exist.{near(name, self.facts)}"

    def days_of_change(self, provision: Provision, parameters, until: datetime.date) -> list[datetime.date]:
        """Every day from the provision's start on which a rule or a value it asks for changes."""
        return days_of_change(provision, parameters, until)


def _modules(room: str) -> Iterator[ModuleType]:
    """A file's module, or those of all files in a folder and its sub-rooms, by the names of the files, so that an order
    does not hang on the room; nothing where there is no such room."""
    if not importlib.util.find_spec(room):
        return
    module = importlib.import_module(room)
    if not hasattr(module, "__path__"):
        yield module
        return
    found = (each.name for each in pkgutil.walk_packages(module.__path__, f"{room}.") if not each.ispkg)
    for name in sorted(found, key=lambda name: name.rpartition(".")[2]):
        yield importlib.import_module(name)


registry = Registry()
