"""One page that settles many rights: a person ticks what is true of them, and is asked no more about the rest."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

from socialcode.engine import Fact, Kind, _
from socialcode.engine.registry import registry

from .visit import Visit

SLUG = "situations"
FEWEST = 3  # with fewer to tick, the questions themselves are shorter
CHILDREN = "children"
ABOUT_A_CHILD = ("birth", "childhood", "many_children")  # events of whoever has a child
HAS_CHILDREN = _("I have a child under 18, or one is about to be born")  # settles facts besides asking about children


@dataclass(frozen=True)
class Situation:
    """A sentence to tick, and the facts that are settled if it is not ticked. `name` is that of the first fact."""

    name: str
    sentence: str
    is_true: bool


@dataclass(frozen=True)
class PartOfLife:
    """Situations of one part of life."""

    title: str
    situations: tuple[Situation, ...]


def worth_asking(visit: Visit) -> bool:
    """Whether the page saves questions: it was not passed, and enough of its sentences still decide something."""
    return SLUG not in visit.pages and len(_leads(visit)) >= FEWEST


def groups(visit: Visit) -> list[PartOfLife]:
    """All sentences for the payments of the visit, as the person ticked them."""
    found: dict[str, list[Situation]] = {}
    leads = _leads(visit)
    if _asks_for_children(visit):
        leads.pop(HAS_CHILDREN, None)
        found[gettext("Your family")] = [Situation(CHILDREN, gettext(HAS_CHILDREN), _has_said_child(visit))]
    for sentence, facts in leads.items():
        is_true = any(visit.person.given.get(fact.name, fact.without) != fact.without for fact in facts)
        ticked = Situation(facts[0].name, gettext(sentence), is_true)
        found.setdefault(gettext(facts[0].page), []).append(ticked)
    return [PartOfLife(title, tuple(situations)) for title, situations in found.items()]


def keep(visit: Visit, ticked: Iterable[str]) -> None:
    """Keep what was ticked. What was not settles its facts; a ticked choice or number is asked on its own page."""
    ticked, leads = set(ticked), _leads(visit)
    if _asks_for_children(visit):
        has_children = CHILDREN in ticked
        _settle_children(visit, has_children=has_children)
        for fact in leads.pop(HAS_CHILDREN, ()):
            _settle(visit, fact, is_true=has_children)
    for facts in leads.values():
        for fact in facts:
            _settle(visit, fact, is_true=facts[0].name in ticked)
    visit.passed(SLUG)


def name_of(visit: Visit, fact: Fact) -> str:
    """The name its sentence is ticked by: that of the first fact with it."""
    if fact.situation == HAS_CHILDREN and _asks_for_children(visit):
        return CHILDREN
    return next(other.name for other in registry.facts.values() if other.situation == fact.situation)


def settles(visit: Visit, fact: Fact) -> bool:
    """Whether the page has the answer, which is then changed there and shown nowhere else as a question."""
    answer = visit.person.given.get(fact.name)
    ticked_off = answer is not None and (fact.kind == Kind.YES_NO or answer == fact.without)
    return SLUG in visit.pages and bool(fact.situation) and not fact.asked_if and ticked_off


def _settle(visit: Visit, fact: Fact, *, is_true: bool) -> None:
    answers = visit.person
    if not is_true:
        answers.save(fact.name, fact.without)
    elif fact.kind == Kind.YES_NO:
        answers.save(fact.name, not fact.without)
    elif answers.given.get(fact.name) == fact.without:
        answers.forget(fact.name)


def _settle_children(visit: Visit, *, has_children: bool) -> None:
    if not has_children:
        visit.children = []
    elif not visit.children:
        visit.add_child()


def _has_said_child(visit: Visit) -> bool:
    """Whether the person said that there is a child, here or by what they came for; a place for one says nothing."""
    was_here, is_about_one = SLUG in visit.pages, visit.event in ABOUT_A_CHILD
    return bool(visit.children) and (was_here or is_about_one or any(child.given for child in visit.children))


def _asks_for_children(visit: Visit) -> bool:
    return visit.asks_about_children and not any(child.key for child in visit.children)


def _is_held(visit: Visit, fact: Fact) -> bool:
    """Whether a register has the answer: of a child it goes before what would be settled for all children alike."""
    return any(visit.held(subject, fact.name) for subject in (visit.person, *visit.children))


def _leads(visit: Visit) -> dict[str, list[Fact]]:
    """The facts that can be settled here, by their sentence: those that follow from no other answer and no register."""
    asked = {name for provision in visit.provisions for name in provision.facts}
    found: dict[str, list[Fact]] = {}
    for fact in registry.facts.values():
        if fact.name in asked and fact.situation and not fact.asked_if and not _is_held(visit, fact):
            found.setdefault(fact.situation, []).append(fact)
    return found
