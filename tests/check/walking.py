"""How an invented household goes through a check: what it is asked, on how many screens, in how many words."""

import datetime
from dataclasses import dataclass, field

from django.utils import translation
from django.utils.translation import gettext

from socialcode.check import situations
from socialcode.check.household import VisitedHousehold
from socialcode.check.pages import Journey
from socialcode.check.visit import Subject, Visit
from socialcode.engine.registry import registry

ON = datetime.date(2026, 11, 21)
SMALL = 3  # years


@dataclass
class Walk:
    """Every question asked, in order (a page of ticks and a first with a last day count as one), screens, words."""

    visit: Visit
    asked: list[str] = field(default_factory=list)
    screens: int = 0
    words: int = 0


def begun(home, event="everything") -> Visit:
    return Visit(event, ON.isoformat(), children=[Subject(n) for n, _child in enumerate(home.children, 1)])


def walked(home, event="everything", *, ticks=True) -> Walk:
    """Through every page until nothing is left to ask."""
    values = registry.values(ON)
    visit = begun(home, event)
    walk = Walk(visit)
    with translation.override("kk"):
        while True:
            journey = journey_of(visit, values)
            if ticks and situations.SLUG in journey.next:
                tick(home, journey.ticks, walk)
            elif journey.remaining:
                answer(home, journey, walk)
            else:
                return walk


def tick(home, ticks, walk) -> None:
    shown = [situation for group in ticks.groups for situation in group.situations]
    walk.asked.append(f"{situations.SLUG} {walk.screens}")
    walk.screens += 1
    walk.words += sum(len(situation.sentence.split()) for situation in shown)
    ticks.keep(situation.name for situation in shown if is_true(home, situation.name))


def is_true(home, name) -> bool:
    fact, _dot, choice = name.partition(".")
    if name == situations.CHILDREN:
        return any(int(child["child_birth_date"][:4]) > ON.year - SMALL for child in home.children)
    if choice:
        return home.person.get(fact) == choice
    return any(
        home.ticks(alike) for alike in registry.facts.values() if alike.situation == registry.facts[fact].situation
    )


def answer(home, journey, walk) -> None:
    page = journey.remaining[0]
    for subject in walk.visit.subjects:
        facts = journey.facts(page, subject)
        for fact in facts:
            if fact.days_from not in {other.name for other in facts}:  # else from the one day to the other
                walk.asked.append(f"{subject.number or ''}{fact.name}")
                walk.words += len(gettext(fact.question).split())
            subject.save(fact.name, home.answer(fact, subject.number))
    walk.screens += 1
    walk.visit.passed(page.slug)


def journey_of(visit, values) -> Journey:
    """With the shipped law, which needs no database."""
    household = VisitedHousehold(visit)
    household.values = values
    return Journey(household)
