"""What follows when a family breaks the contract: payments end, and what was paid at once comes back."""

from decimal import Decimal

from django.db.models import Sum
from django.utils import timezone

from socialcode.awards.models import Award, Change, Overpayment
from socialcode.awards.planning import Wish, days_kept, plan, provision_of
from socialcode.awards.settling import settle
from socialcode.engine.grounds import Days
from socialcode.refusal import attempt

from .models import Move, Ruling
from .policies import certificate_of
from .supports import RENT

ARTICLE = "112.5"  # the ground by which each of these payments ends
NOTHING = Decimal(0)


def to_return(move: Move) -> Decimal:
    """What the family got at once, in tenge: the money for moving, and what the certificate paid. Rent of the months in
    which they lived there stays theirs."""
    once = move.contract.awards.exclude(provision=RENT).aggregate(sum=Sum("amount"))["sum"] or NOTHING
    certificate = certificate_of(move)
    used = certificate.uses.exclude(award=None).aggregate(sum=Sum("amount"))["sum"] if certificate else None
    return once + (used or NOTHING)


def end_all(ruling: Ruling, by) -> None:
    """End contract, certificate and payments, in the caller's transaction; debts are kept as overpayments."""
    move, today = ruling.move, timezone.localdate()
    contract = move.contract
    contract.ended_on = today
    contract.save(update_fields=["ended_on"])
    for award in contract.awards.order_by("pk"):
        _end(award, by)
    certificate = certificate_of(move)
    if certificate:
        certificate.ended_at = timezone.now()
        certificate.save(update_fields=["ended_at"])
        for use in certificate.uses.exclude(award=None).select_related("award"):
            _owe(use, by)


def debts_of(move: Move):
    """What has to come back of a move, each with what came back already."""
    certificate = certificate_of(move)
    awards = list(move.contract.awards.values_list("pk", flat=True)) if hasattr(move, "contract") else []
    if certificate:
        awards += certificate.uses.exclude(award=None).values_list("award", flat=True)
    return Overpayment.objects.filter(award__in=awards, amount__gt=0).select_related("award").order_by("pk")


def _owe(use, by) -> None:
    """Who sold a home keeps the price. The family owes it; what it was paid itself ends like its other payments."""
    if use.home:
        Overpayment.objects.create(award=use.award, amount=use.amount, fault=Overpayment.Fault.RECIPIENT, months=[])
    else:
        _end(use.award, by)


def _end(award: Award, by) -> None:
    award = Award.objects.select_for_update(of=("self",)).get(pk=award.pk)
    today = timezone.localdate()
    ground = next(one for one in provision_of(award).ends if one.article == ARTICLE)
    days = Days(granted=award.since, happened=today, known=today)
    with attempt() as tried:
        found = plan(award, Wish(Change.Kind.END, ground, days))
    if not tried.is_done:  # it has ended by then anyway
        return
    made = Change.objects.create(
        award=award,
        kind=Change.Kind.END,
        article=ground.article,
        sentence=ground.sentence,
        days=days_kept(days),
        first_day=found.first_day,
        fault=Overpayment.Fault.RECIPIENT,
    )
    settle(made, by)
