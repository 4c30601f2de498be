"""Lists of the career centre about employers."""

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils import timezone

from socialcode.accounts.models import User
from socialcode.accounts.territory import in_territory
from socialcode.people.models import Organisation

from .access import offices_of
from .models import LayoffNotice, QuotaReport, RightRequest


def known_of(request: RightRequest) -> Organisation | None:
    """What the portal knows of the organisation that somebody asks for; None for a BIN it does not know."""
    return Organisation.objects.filter(bin=request.bin).first()


def layoffs_ahead(user: User) -> QuerySet[LayoffNotice]:
    """Notices of the territory whose lay-offs are not over, those without a talk first, then the nearest."""
    here = in_territory(offices_of(user), "organisation__")
    ahead = LayoffNotice.objects.given().filter(here, ends_on__gte=timezone.localdate())
    return ahead.select_related("organisation", "office").order_by(F("met_on").asc(nulls_first=True), "starts_on", "pk")


def quotas_for(user: User) -> QuerySet[QuotaReport]:
    """The last report of each employer of the territory; `lacks` is how many jobs of the quota are not kept."""
    newest = QuotaReport.objects.filter(organisation=OuterRef("organisation")).order_by("-year", "-quarter", "-pk")
    here = in_territory(offices_of(user), "organisation__")
    reports = QuotaReport.objects.filter(here, pk=Subquery(newest.values("pk")[:1]))
    lacks = F("needed") - F("with_disability")
    return reports.select_related("organisation").annotate(lacks=lacks).order_by("-lacks", "organisation__name", "pk")
