"""The awards of an office that need a person: a change that waits, news, and terms that run out."""

import datetime

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from socialcode.accounts.models import OF_AN_OFFICE, User
from socialcode.accounts.territory import at_offices, offices_of

from .models import Award, Change, Circumstance, Overpayment, Recovered, Recovery

SOON = datetime.timedelta(days=30)
WAITING, NEWS, OVERPAID, ENDING, ALL = "waiting", "news", "overpaid", "ending", "all"


def awards_at(user: User):
    """The awards that the offices of one of the staff granted, on a claim or by a contract with an employer."""
    offices = offices_of(user, *OF_AN_OFFICE)
    by_contract = at_offices(offices, "decision__contract__office")
    return Award.objects.filter(at_offices(offices, "decision__claim__office") | by_contract)


def marked(awards):
    """With what makes each of them wait for somebody."""
    proposed = Change.objects.filter(award=OuterRef("pk"), state=Change.State.PROPOSED)
    news = Circumstance.objects.filter(award=OuterRef("pk"), closed_at=None)
    plans = Recovery.objects.filter(overpayment__award=OuterRef("pk"), state=Recovery.State.PROPOSED)
    return awards.annotate(has_proposed=Exists(proposed) | Exists(plans), has_news=Exists(news))


def _overpaid():
    """Overpayments of an award of which something is still to come back."""
    return Overpayment.objects.filter(award=OuterRef("pk"), amount__gt=Recovered.objects.sum_of("pk"))


def of_kind(awards, kind: str):
    """Those of the marked awards that one tab of the queue shows."""
    today = timezone.localdate()
    ending = Q(until__range=(today, today + SOON), pays=Award.Pays.MONTHLY) & ~Q(state=Award.State.ENDED)
    kinds = {
        WAITING: Q(has_proposed=True),
        NEWS: Q(has_news=True),
        OVERPAID: Exists(_overpaid()),
        ENDING: ending,
        ALL: ~Q(state=Award.State.ENDED),
    }
    return awards.filter(kinds[kind])
