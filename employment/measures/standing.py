"""What the portal knows of an employer who asks for places, and whose word the rest is."""

import datetime
from decimal import Decimal

from django.db.models import Sum

from socialcode.awards.models import Overpayment, Recovered
from socialcode.engine.days import month_number
from socialcode.people import business_number
from socialcode.people.models import Organisation

from .conditions import Employer
from .models import Contract, PlaceRequest, Stay

CENTURY, NOTHING = 100, Decimal(0)


def registered_on(organisation: Organisation, today: datetime.date) -> datetime.date:
    """The first day of the month in which a BIN was given; its two digits of the year are those of the last century
    that make it a day of the past."""
    bin_ = organisation.bin
    year = today.year // CENTURY * CENTURY + int(bin_[:2])
    day = datetime.date(year, business_number.read(bin_).month, 1)
    return day if day <= today else day.replace(year=year - CENTURY)


def employer_of(request: PlaceRequest, today: datetime.date) -> Employer:
    """The employer of an application as it stands today."""
    organisation = request.organisation
    contracts = Contract.objects.filter(organisation=organisation)
    ended = contracts.filter(state=Contract.State.ENDED, end=Contract.End.TERM, ended_on__year=today.year - 1).exclude(
        measure="disabled_workplace"
    )
    looked = ended.filter(stay__isnull=False)
    return Employer(
        months=month_number(today) - month_number(registered_on(organisation, today)),
        has_arrears=request.has_arrears,
        pays_contributions=request.pays_contributions,
        headcount=request.headcount,
        places=_places(request, contracts),
        ended=ended.count(),
        stayed=looked.filter(stay__outcome=Stay.Outcome.STAYED).count(),
        not_looked=ended.exclude(stay__outcome__in=Stay.Outcome.values).count(),
        owes=owes(organisation),
    )


def owes(organisation: Organisation) -> Decimal:
    """What an employer has still to pay back, in tenge."""
    overpaid = Overpayment.objects.filter(award__organisation=organisation)
    total = overpaid.aggregate(sum=Sum("amount"))["sum"] or NOTHING
    back = Recovered.objects.filter(overpayment__in=overpaid).aggregate(sum=Sum("amount"))["sum"] or NOTHING
    return max(NOTHING, total - back)


def _places(request: PlaceRequest, contracts) -> int:
    """Places held by contracts, approved and not filled yet, and asked for now."""
    approved = PlaceRequest.objects.filter(organisation=request.organisation, state=PlaceRequest.State.APPROVED)
    free = sum(max(0, one.places - one.contracts.exclude(state="dropped").count()) for one in approved)
    return contracts.holding().count() + free + request.places
