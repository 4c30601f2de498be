"""Why a payment ends or is paused, in the reader's language: the ground, the day, how it goes on, and the article."""

from dataclasses import dataclass

from django.utils.translation import gettext

from socialcode.engine import Ground
from socialcode.engine.grounds import Arrears, DayRule, Resumption
from socialcode.templatetags.portal import article


@dataclass(frozen=True)
class SaidGround:
    """A ground in words; `days` says from which day it counts and, of a pause, how the payment goes on."""

    sentence: str
    days: list[str]
    article: str


def said(ground: Ground | Arrears) -> SaidGround:
    days = [gettext(ground.from_day.words), *map(_resumption, _resumptions(ground))]
    return SaidGround(gettext(ground.sentence), days, article(ground.article))


def in_one_line(ground: Ground | Arrears) -> str:
    return f"{gettext(ground.sentence)} ({article(ground.article)})"


def described(ground: Ground | Arrears) -> dict:
    """The same for programs: words besides names."""
    plain = {"ground": gettext(ground.sentence), "article": ground.article, "from_day": _day(ground.from_day)}
    resumes = [
        {"when": gettext(one.when), "from_day": _day(one.from_day), "payee": one.payee} for one in _resumptions(ground)
    ]
    return plain | ({"resumes": resumes} if resumes else {})


def _resumptions(ground: Ground | Arrears) -> tuple[Resumption, ...]:
    return ground.resumes if isinstance(ground, Ground) else ()


def _day(rule: DayRule) -> dict:
    return {"name": rule.name, "says": gettext(rule.words)}


def _resumption(resumption: Resumption) -> str:
    goes_on = gettext("It goes on if %(when)s.") % {"when": gettext(resumption.when)}
    return f"{goes_on} {gettext(resumption.from_day.words)}"
