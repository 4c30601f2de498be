"""What the law gives, for everybody to read: each provision in words, found by event, by name and by everyday words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext, gettext_lazy

from socialcode import yaml_file
from socialcode.check.events import EVENTS, EVERYTHING, ready
from socialcode.check.sections import WHERE
from socialcode.engine import Provision, Rule
from socialcode.engine.citation import citations
from socialcode.engine.parameters import Values, Version
from socialcode.engine.plan import Plan, plan_for
from socialcode.engine.provision import DAYS_TO_DECIDE
from socialcode.engine.registry import registry
from socialcode.explaining.grounds import SaidGround, said
from socialcode.kazakh import order
from socialcode.law.numbers import Line, line

from .beside import Group, groups
from .words import Index

EVERYDAY = Path(__file__).parent / "everyday_words.yaml"
TITLE_WEIGHT, EVERYDAY_WEIGHT, TEXT_WEIGHT = 4, 3, 1
SORTS = {"event": gettext_lazy("life event"), "name": gettext_lazy("name"), "article": gettext_lazy("article")}


@dataclass(frozen=True)
class Guide:
    """One provision as anybody may read it, on one day."""

    provision: Provision
    values: Values

    @property
    def ends(self) -> list[SaidGround]:
        return [said(ground) for ground in self.provision.ends]

    @property
    def pauses(self) -> list[SaidGround]:
        return [said(ground) for ground in self.provision.suspends]

    @property
    def passes_on(self) -> list[SaidGround]:
        return [said(ground) for ground in self.provision.passes_on]

    @property
    def arrears(self) -> list[SaidGround]:
        return [said(ground) for ground in self.provision.arrears]

    @property
    def title(self) -> str:
        return gettext(self.provision.title)

    @property
    def event(self) -> str:
        """The life event that its check begins with."""
        return next(iter(self.provision.events), EVERYTHING)

    @cached_property
    def plan(self) -> Plan:
        return plan_for(self.provision, self.values.on)

    @property
    def conditions(self) -> list[Rule]:
        return [self.plan.rules[name] for name in self.plan.conditions]

    @property
    def steps(self) -> list[Rule]:
        """How the sum comes about, in the order it is computed."""
        beside = {"eligible", *self.plan.conditions}
        return [rule for rule in self.plan.order if rule.name not in beside]

    @cached_property
    def figures(self) -> list[Line]:
        """Every figure of the law that its rules in force use, once."""
        known = registry.parameters
        asked = [argument for rule in self.plan.order for argument in rule.arguments if argument not in self.plan.rules]
        names = dict.fromkeys(self.provision.value_name(argument, known) for argument in asked)
        return [line(known[name], self.values) for name in names if name and name != self.provision.own(DAYS_TO_DECIDE)]

    @property
    def acts(self) -> list[Version]:
        """The acts its figures come from, each once."""
        versions = [figure.version for figure in self.figures if figure.version and figure.version.act]
        return list({version.act: version for version in versions}.values())

    @property
    def days_to_decide(self) -> Version | None:
        return self.provision.days_to_decide(self.values)

    @property
    def beside(self) -> list[Group]:
        """What it and other payments do to one another."""
        return groups(self.provision)

    @property
    def where(self) -> str:
        """Where to apply, with the button of the page if it has one."""
        own = self.provision.where
        if not own:
            return gettext(WHERE)
        here = gettext("Here with the button “Apply”, or this way: %(where)s")
        return here % {"where": gettext(own)} if self.provision.is_claimed else gettext(own)


def _named(names) -> list[Provision]:
    return [registry.provisions[name] for name in names]


def listed(sort: str) -> dict[str, list[Provision]]:
    """All provisions under headings: by life event (one may stand under several), or under none, sorted."""
    everything = list(registry.provisions.values())
    if sort == "name":
        return {"": sorted(everything, key=lambda provision: order(gettext(provision.title)))}
    if sort == "article":
        return {"": sorted(everything, key=_first_article)}
    groups = {gettext(event.title): event.provisions for event in ready() if event.name != EVERYTHING}
    others = [provision for provision in everything if not provision.events]
    return groups | ({gettext("Other payments"): others} if others else {})


def _first_article(provision: Provision) -> tuple:
    return citations(provision.article)[0].order


def search(query: str) -> list[Provision]:
    """Provisions that fit a query in any of the languages, best first."""
    return _named(_index().search(query))


@cache
def everyday_words() -> dict[str, dict[str, list[str]]]:
    """What people call a provision, by its name and language."""
    return yaml_file.read(EVERYDAY)


@cache
def _index() -> Index:
    return Index({name: list(_texts(provision)) for name, provision in registry.provisions.items()})


def _texts(provision: Provision) -> Iterator[tuple[str, int]]:
    for words in everyday_words().get(provision.name, {}).values():
        yield from ((phrase, EVERYDAY_WEIGHT) for phrase in words)
    yield provision.article, TITLE_WEIGHT
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            yield gettext(provision.title), TITLE_WEIGHT
            yield gettext(provision.summary) if provision.summary else "", TEXT_WEIGHT
            yield from ((gettext(EVENTS[event].title), TEXT_WEIGHT) for event in provision.events)
