"""Vacancies as everybody finds them."""

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce

from employment.trades.places import region_and_district
from socialcode.people.models import Person
from socialcode.people.models.person import searchable

from .models import SavedVacancy, Vacancy

ORDERS = {"new": ("-posted_at", "-pk"), "pay": ("-most_pay", "-pk")}


def wanted(chosen: dict) -> QuerySet[Vacancy]:
    """The open vacancies that somebody looks for; `chosen` is what `SearchForm` read."""
    found = Vacancy.objects.open().whole().annotate(most_pay=Coalesce("pay_to", "pay_from"))
    for word in searchable(chosen.get("q") or "").split():
        found = found.filter(words__contains=word)
    if chosen.get("trade"):
        found = found.filter(trade=chosen["trade"])
    if chosen.get("place"):
        region, district = region_and_district(chosen["place"])
        found = found.filter(region=region, **({"district": district} if district else {}))
    if chosen.get("pay"):
        found = found.filter(most_pay__gte=chosen["pay"])
    if chosen.get("hours"):
        found = found.filter(hours__lte=chosen["hours"])
    if chosen.get("schedule"):
        found = found.filter(schedule=chosen["schedule"])
    if chosen.get("accessible"):
        found = found.filter(accessible=True)
    return found.order_by(*ORDERS[chosen.get("sort") or "new"])


def saved_of(person: Person) -> QuerySet[Vacancy]:
    """What a person keeps, the last one first, also those that are over."""
    return Vacancy.objects.whole().filter(saved_by__person=person).order_by(F("saved_by__saved_at").desc())


def keeps(person: Person | None, vacancy: Vacancy) -> bool:
    """Whether a person keeps a vacancy."""
    return person is not None and SavedVacancy.objects.filter(person=person, vacancy=vacancy).exists()
