"""The way of somebody who lost their work, in one line: registration, payment, offers, course, public works."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from employment.seekers.models import Registration
from socialcode.awards.models import Award
from socialcode.cases.models import Claim
from socialcode.people.models import Person

JOB_LOSS = "job_loss"
HELP = ("vocational_training", "public_works")


@dataclass(frozen=True)
class WayStep:
    """A station: `state` is done, here or ahead; `links` lead to what can be done there now."""

    title: str
    text: str
    state: str
    links: tuple[tuple[str, str], ...] = ()


def path_of(person: Person, registration: Registration | None) -> list[WayStep]:
    """The stations in their order. Three queries at most."""
    now = registration if registration and registration.state == Registration.State.REGISTERED else None
    unemployed = now is not None and now.kind == Registration.Kind.UNEMPLOYED
    return [_registering(registration, now), _payment(person, unemployed), _offers(now), *_help(unemployed)]


def _registering(registration: Registration | None, now: Registration | None) -> WayStep:
    if now:
        text = _("You are registered: %(kind)s.") % {"kind": now.get_kind_display()}
        return WayStep(_("Registration"), text, "done", _links((_("Tell a change"), "seekers:report")))
    if registration and registration.state == Registration.State.WAITING:
        return WayStep(_("Registration"), _("The career centre answers soon."), "here")
    text = _("Register as unemployed at the portal; you need not go anywhere.")
    return WayStep(_("Registration"), text, "here", _links((pgettext("act", "Register"), "seekers:register")))


def _payment(person: Person, unemployed: bool) -> WayStep:
    title = _("Job-loss payment")
    award = Award.objects.standing(timezone.localdate()).filter(person=person, provision=JOB_LOSS).first()
    if award:
        return WayStep(title, _("It is granted to you."), "done", _links((_("What I receive"), "awards:mine")))
    claim = Claim.objects.in_work().filter(person=person, provision=JOB_LOSS).first()
    if claim:
        return WayStep(
            title, _("You have applied. The decision is awaited."), "here", ((_("My claim"), claim.get_absolute_url()),)
        )
    text = _("For those who were employed and for whom social contributions were paid for at least six months.")
    links = _links((_("Check and apply"), "guide:payment", JOB_LOSS))
    return WayStep(title, text, "here" if unemployed else "ahead", links)


def _offers(now: Registration | None) -> WayStep:
    text = _("Vacancies that suit you, best first, each with its reasons.")
    links = _links(
        (_("My profile"), "seekers:profile"),
        (_("Vacancies for me"), "matching:for_me"),
        (_("All vacancies"), "vacancies:search"),
    )
    return WayStep(_("Offers of work"), text, "here" if now else "ahead", links)


def _help(unemployed: bool) -> list[WayStep]:
    told = (
        (_("Course"), _("Learn another trade for free, at a college, an employer or online."), HELP[0]),
        (_("Public works and subsidised jobs"), _("Work with a wage that the state pays in part."), HELP[1]),
    )
    state = "here" if unemployed else "ahead"
    about = _("What it is")
    return [WayStep(title, text, state, _links((about, "guide:payment", name))) for title, text, name in told]


def _links(*wanted: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Words with addresses; a page of a room above that is not there is left out."""
    found = []
    for words, name, *args in wanted:
        try:
            found.append((words, reverse(name, args=args)))
        except NoReverseMatch:
            continue
    return tuple(found)
