"""Subjects and answers in the reader's words, and where a question can be answered again."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.utils.http import urlencode
from django.utils.translation import gettext

from socialcode.engine import Fact, Provision
from socialcode.engine.registry import registry
from socialcode.explaining.wording import answer
from socialcode.questions.forms import Group, field_name
from socialcode.registers.known import Known
from socialcode.templatetags.portal import day, money

from . import situations
from .household import VisitedHousehold
from .pages import Journey, page_of
from .visit import Subject, Visit


def subject_name(visit: Visit, subject: Subject) -> str:
    """Whom it is about: empty for the visitor, "Child 1, born 3 May 2026" or with the name for a child."""
    if subject is visit.person:
        return ""
    position = visit.children.index(subject) + 1
    born = visit.born(subject)
    if born is None:
        return gettext("Child %(number)s") % {"number": position}
    if name := visit.names.get(subject.number):
        return gettext("%(name)s, born %(day)s") % {"name": name, "day": day(born)}
    return gettext("Child %(number)s, born %(day)s") % {"number": position, "day": day(born)}


def named(visit: Visit, provision: Provision, subject: Subject) -> str:
    """A payment and whom it is for: "Birth grant (Child 1, born 3 May 2026)"."""
    title, whose = gettext(provision.title), subject_name(visit, subject)
    return f"{title} ({whose})" if whose else title


def group_of(household: VisitedHousehold, subject: Subject, facts) -> Group:
    """The questions about one subject as the form needs them."""
    visit = household.visit
    return Group(
        facts=facts,
        key=key_of(visit, subject),
        given=subject.given,
        declined=subject.declined,
        known=household.known_of(subject),
    )


def key_of(visit: Visit, subject: Subject) -> str:
    """What the fields about a subject begin with; nothing for the visitor."""
    return "" if subject is visit.person else str(subject.number)


def address(visit: Visit, subject: Subject, fact: Fact) -> str:
    """Where a question can be answered again."""
    if situations.settles(visit, fact):
        return f"{visit.address('situations')}#situation-{situations.name_of(fact)}"
    field = field_name(fact, key_of(visit, subject))
    return f"{visit.address('questions', page_of(fact).slug)}#question-{field}"


def way(visit: Visit, subject: Subject, fact: Fact) -> str:
    """Where one answer is tried otherwise. The address names the question, never the answer."""
    return f"{visit.address('what_if')}?{urlencode({'change': fact.name, 'of': subject.number})}"


def answers(journey: Journey, way=address, disputes=None) -> Iterator[tuple[str, list[dict]]]:
    """Everything known or declined that counts, by subject, each with the way to change it.

    `way` gives an address for a visit, a subject and a fact. What a register says carries that register, and where
    `disputes(subject)` is given, that address, to say that it is wrong.
    """
    visit = journey.visit
    for subject in visit.subjects:
        known = journey.household.known_of(subject)
        facts = journey.relevant(registry.facts.values(), subject)
        rows = [
            {
                "label": gettext(fact.question),
                "value": _said(fact, subject, known),
                "href": way(visit, subject, fact),
                **_source(visit.held(subject, fact.name), disputes(subject) if disputes else ""),
            }
            for fact in facts
            if fact.name in known or (fact.name in subject.declined and fact.makes_sense(known))
        ]
        if rows:
            yield subject_name(visit, subject), rows


def _said(fact: Fact, subject: Subject, known: Mapping[str, Any]) -> str:
    if fact.name not in subject.declined and fact.name in known:
        return answer(fact, known[fact.name])
    unknown = gettext("I don’t know")
    if fact.name not in known:
        return unknown
    counted = gettext("%(unknown)s; counted with %(amount)s")
    return counted % {"unknown": unknown, "amount": money(amount_of(known[fact.name]))}


def amount_of(estimate: Any) -> Decimal:
    """The monthly sum of an estimate, tenge."""
    return estimate[0] if isinstance(estimate, list) else estimate


def _source(held: Known | None, disputes: str) -> dict:
    if held is None:
        return {}
    text = gettext("From: %(register)s, received on %(day)s")
    return {"source": text % {"register": held.source.label, "day": day(held.received_on)}, "disputes": disputes}
