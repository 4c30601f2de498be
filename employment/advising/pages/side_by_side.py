"""One person, one page: benefits, job, contract and pension beside one another, from what the portal knows today."""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Count, Max, Q
from django.utils import timezone

from employment.advising.models import SocialContract
from socialcode.awards.models import Award
from socialcode.people.models import Membership, Person
from socialcode.people.models.family import in_force
from socialcode.registers.models import Contribution, Employment, Income

PENSIONS = ("age_pension", "base_pension", "long_service_pension")


@dataclass(frozen=True)
class SideBySide:
    """`benefits` and `pensions` are awards in payment of the person or the family, `jobs` what the register of work
    says of today, `pay` the newest month of income, `contributed` months of pension contributions that are known."""

    benefits: list[Award]
    pensions: list[Award]
    jobs: list[Employment]
    contract: SocialContract | None
    pay: Income | None = None
    contributed: int = 0
    newest_contribution: datetime.date | None = None
    total: Decimal = field(default=Decimal(0))


def of_person(person: Person) -> SideBySide:
    """All four for a page. Six queries."""
    today = timezone.localdate()
    families = Membership.objects.filter(in_force(today), person=person).values("family")
    paid = Award.objects.filter(Q(person=person) | Q(subject=person) | Q(family__in=families))
    awards = list(paid.exclude(state=Award.State.ENDED).select_related("decision__assessment").distinct())
    benefits = [award for award in awards if award.provision not in PENSIONS]
    months = Contribution.objects.filter(person=person, kind=Contribution.Kind.PENSION)
    counted = months.aggregate(many=Count("month", distinct=True), newest=Max("month"))
    return SideBySide(
        benefits=benefits,
        pensions=[award for award in awards if award.provision in PENSIONS],
        jobs=list(Employment.objects.in_force(today).filter(person=person)),
        contract=SocialContract.objects.filter(person=person).first(),
        pay=Income.objects.filter(person=person).order_by("-month").first(),
        contributed=counted["many"],
        newest_contribution=counted["newest"],
        total=sum((award.amount or Decimal(0) for award in benefits if award.pays == Award.Pays.MONTHLY), Decimal(0)),
    )
