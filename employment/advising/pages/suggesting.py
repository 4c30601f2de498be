"""Open vacancies that an adviser may offer: those of the region first that are nearest to the trades of the profile."""

from django.db.models import Case, IntegerField, Q, Value, When

from employment.advising.models import Referral
from employment.seekers.models import Registration
from employment.vacancies.models import Vacancy

MOST = 20
NEARNESS = (4, 3, 2)  # digits of the code of a trade that agree: the trade itself, its minor group, its sub-major group


def vacancies_for(registration: Registration, q: str = "") -> list[Vacancy]:
    """Open vacancies, the nearest trade and the same district first; without those that were offered. Two queries."""
    person, office = registration.person, registration.office
    trades = list(person.profile.trades.values_list("trade", flat=True)) if hasattr(person, "profile") else []
    offered = Referral.objects.filter(registration=registration).values("vacancy")
    rows = Vacancy.objects.open().filter(region=office.region).exclude(pk__in=offered)
    for word in q.split():
        rows = rows.filter(Q(title__icontains=word) | Q(organisation__name__icontains=word))
    near = [
        When(trade__startswith=trade[:digits], then=Value(place))
        for place, digits in enumerate(NEARNESS)
        for trade in trades
    ]
    far = Value(len(NEARNESS))
    rows = rows.annotate(
        far=Case(*near, default=far, output_field=IntegerField()) if near else far,
        is_elsewhere=Case(When(district=office.district, then=Value(0)), default=Value(1)),
    )
    return list(rows.whole().order_by("far", "is_elsewhere", "-posted_at", "-pk")[:MOST])
