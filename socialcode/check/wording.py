"""Answers and subjects in the reader's words."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from socialcode.engine import Fact, Kind
from socialcode.engine.parameters import Version
from socialcode.law.models import ParameterVersion
from socialcode.people.forms import Group
from socialcode.templatetags.portal import day, decimal, money, quantity

from . import situations
from .pages import page_of
from .visit import BORN, Answers, Visit

Evidence = ParameterVersion.Evidence


def answer(fact: Fact, value: Any) -> str:
    """A read answer as a person would say it."""
    if value is None:
        return gettext("not known yet")
    match fact.kind:
        case Kind.YES_NO:
            return gettext("Yes") if value else gettext("No")
        case Kind.CHOICE:
            return gettext(dict(fact.choices)[value])
        case Kind.MONEY:
            return money(value)
        case Kind.SERIES:
            return series(value)
    return quantity(value)


def series(amounts) -> str:
    """Monthly amounts in one line: how many, and their sum."""
    if None in amounts:
        return gettext("not known yet")
    if len(set(amounts)) == 1:
        text = ngettext("%(amount)s in %(count)s month", "%(amount)s in each of %(count)s months", len(amounts))
        return text % {"amount": money(amounts[0]), "count": decimal(len(amounts))}
    text = ngettext("%(count)s month, together %(amount)s", "%(count)s months, together %(amount)s", len(amounts))
    return text % {"amount": money(sum(amounts)), "count": decimal(len(amounts))}


def origin(version: Version) -> list[str]:
    """The act a value of the law comes from, and a warning if it is not confirmed; of each only what there is."""
    act = [gettext(version.act)] if version.act else []
    return act if version.status == Evidence.CONFIRMED else [*act, str(Evidence(version.status).label)]


def subject_name(visit: Visit, subject: Answers) -> str:
    """Whom it is about: empty for the visitor, "Child 1, born 3 May 2026" or with the name for a child."""
    if subject is visit.person:
        return ""
    position = visit.children.index(subject) + 1
    born = visit.known(subject).get(BORN)
    if born is None:
        return gettext("Child %(number)s") % {"number": position}
    if name := visit.names.get(subject.number):
        return gettext("%(name)s, born %(day)s") % {"name": name, "day": day(born)}
    return gettext("Child %(number)s, born %(day)s") % {"number": position, "day": day(born)}


def group_of(visit: Visit, subject: Answers, facts) -> Group:
    """The questions about one subject as the form needs them."""
    return Group(
        facts=facts,
        key="" if subject is visit.person else str(subject.number),
        given=subject.given,
        declined=subject.declined,
        known=visit.known_of(_newest(visit, subject)),
    )


def _newest(visit: Visit, subject: Answers) -> Answers:
    """Whose dates name the months of a series asked of the visitor: the youngest child's."""
    return visit.newest_child or subject if subject is visit.person else subject


def address(visit: Visit, subject: Answers, fact: Fact) -> str:
    """Where a question can be answered again."""
    if situations.settles(visit, fact):
        return f"{reverse('check:situations')}#situation-{situations.name_of(fact)}"
    field = group_of(visit, subject, ()).field_name(fact)
    return f"{reverse('check:questions', args=[page_of(fact).slug])}#question-{field}"
