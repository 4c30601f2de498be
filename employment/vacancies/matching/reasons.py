"""Why a person and a vacancy suit one another, in the reader's words."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from employment.seekers.models import Profile
from employment.trades.classification import DIGITS, trade
from employment.vacancies.models import Vacancy
from socialcode.templatetags.portal import money

from . import scoring
from .scoring import Wish


@dataclass(frozen=True)
class Reason:
    """One sentence; `is_good` where it speaks for the match, else what to know before."""

    sentence: str
    is_good: bool


def reasons_of(profile: Profile, vacancy: Vacancy, wished: Iterable[Wish], shared: Collection[str]) -> list[Reason]:
    """The reasons in the order of their weight. `shared` are skills that the vacancy names."""
    wish = next((one for one in wished if one.code == vacancy.trade), None)
    told = (
        _trade(vacancy, wish),
        _place(profile, vacancy),
        _pay(profile, vacancy),
        _hours(profile, vacancy),
        _experience(vacancy, wish),
        _access(profile, vacancy),
        Reason(_("Your skills: %(skills)s") % {"skills": ", ".join(shared)}, True) if shared else None,
    )
    return [reason for reason in told if reason]


def _trade(vacancy: Vacancy, wish: Wish | None) -> Reason:
    known = trade(vacancy.trade)
    name = {"trade": known.name if known else vacancy.trade}
    if wish and wish.points == scoring.TRADE[DIGITS]:
        return Reason(_("Your trade: %(trade)s") % name, True)
    if wish and wish.points == scoring.TRADE[DIGITS - 1]:
        return Reason(_("Close to your trade: %(trade)s") % name, True)
    if wish and wish.points == scoring.NO_TRADE and vacancy.trade.startswith(scoring.SIMPLE_WORK):
        return Reason(_("Needs no training: %(trade)s") % name, True)
    return Reason(_("Of the same field as your trade: %(trade)s") % name, False)


def _place(profile: Profile, vacancy: Vacancy) -> Reason:
    if vacancy.schedule == scoring.REMOTE:
        return Reason(_("You work from home"), True)
    if vacancy.region == profile.region and vacancy.district == profile.district:
        return Reason(_("In your district or town"), True)
    if vacancy.region == profile.region:
        return Reason(_("In your region, in another district"), False)
    return Reason(_("In another region: you would move"), False)


def _pay(profile: Profile, vacancy: Vacancy) -> Reason | None:
    if profile.least_pay is None:
        return None
    most = vacancy.pay_to or vacancy.pay_from
    if most >= profile.least_pay:
        return Reason(_("Pays what you want: up to %(pay)s") % {"pay": money(most)}, True)
    return Reason(_("Pays less than you want: up to %(pay)s") % {"pay": money(most)}, False)


def _hours(profile: Profile, vacancy: Vacancy) -> Reason | None:
    if not profile.schedules:
        return None
    if vacancy.schedule in profile.schedules:
        return Reason(_("Hours as you want: %(hours)s") % {"hours": vacancy.get_schedule_display()}, True)
    return Reason(_("Other hours than you want: %(hours)s") % {"hours": vacancy.get_schedule_display()}, False)


def _experience(vacancy: Vacancy, wish: Wish | None) -> Reason | None:
    if not vacancy.experience_years:
        return Reason(_("Needs no experience"), True)
    years = {"years": vacancy.experience_years}
    if wish and wish.years >= vacancy.experience_years:
        return Reason(_("You have the experience: %(years)s years or more") % years, True)
    return Reason(_("Wants experience in years: %(years)s") % years, False)


def _access(profile: Profile, vacancy: Vacancy) -> Reason | None:
    if profile.needs_access:
        return Reason(_("The workplace is fit for a person with disability"), True)
    return None
