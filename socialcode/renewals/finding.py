"""Payments whose last day comes near: looked at by the law of the day after, and told once for each last day."""

import datetime

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.awards import reassessing
from socialcode.awards.access import office_of
from socialcode.awards.models import Award
from socialcode.awards.planning import provision_of
from socialcode.broken_constraint import change
from socialcode.engine import Provision
from socialcode.engine.days import days_after
from socialcode.law.values import values_on
from socialcode.notices.actions import queue_notice
from socialcode.people import access

from .models import Renewal

AT_ONCE = 200  # awards of one run; the next one takes the others
Prospect = Renewal.Prospect


def remind() -> int:
    """Tell who receives a payment that it ends soon, and return how many were told. Safe to run again."""
    today = timezone.localdate()
    last = days_after(today, int(values_on(today).value("renewal_notice_days")))
    told = Renewal.objects.filter(award=OuterRef("pk"), until=OuterRef("until"))
    ending = Award.objects.filter(
        ~Exists(told), pays=Award.Pays.MONTHLY, until__range=(today, last), person__died_on=None, person__isnull=False
    )
    keys = list(ending.exclude(state=Award.State.ENDED).order_by("until", "pk").values_list("pk", flat=True)[:AT_ONCE])
    for key in keys:
        look_at_end(key=key)
    return len(keys)


@change
def look_at_end(*, key: int) -> Renewal | None:
    """One award that ends: what the day after it is like, kept and told. Nothing where it was told of already."""
    award = Award.objects.select_for_update(of=("self",)).select_related("person", "subject").get(pk=key)
    if award.until is None or award.renewals.filter(until=award.until).exists():
        return None
    prospect, unmet = prospect_of(award)
    made = Renewal.objects.create(award=award, until=award.until, prospect=prospect, unmet=unmet)
    record(EventKind.AWARD_END_TOLD, on=award, by=None, until=award.until)
    provision = provision_of(award)
    named = {"award": award, "provision": provision, "renewal": made, "office": office_of(award)}
    for reader in access.who_is_told(award.person):
        if reader.died_on is None:
            queue_notice("award_ends", to=reader, about=made, **named)
    return made


def prospect_of(award: Award) -> tuple[str, list[str]]:
    """What the law makes of the day after the last one by what is known now, and the conditions not met on that day."""
    explained = reassessing.anew(award, day_after(award), {}).computed.explanation
    if explained.outcome == "entitled":
        return Prospect.AGAIN, []
    unmet = [step.name for step in explained.unmet]
    return (Prospect.OVER, unmet) if unmet else (Prospect.ASKED, [])


def day_after(award: Award) -> datetime.date:
    """The first day that is not paid for any more."""
    return days_after(award.until, 1)


def sentences_of(renewal: Renewal, provision: Provision) -> list[tuple[str, str]]:
    """The conditions that are not met any more: their sentences in the reader's language, each with its article."""
    rules = provision.rules_on(day_after(renewal.award))
    found = [rules[name] for name in renewal.unmet if name in rules]
    return [(gettext(one.otherwise or one.sentence), one.article) for one in found]
