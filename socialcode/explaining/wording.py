"""Answers in the reader's words."""

from typing import Any

from django.utils.translation import gettext, ngettext

from socialcode.engine import Fact, Kind
from socialcode.templatetags.portal import decimal, money, quantity


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
