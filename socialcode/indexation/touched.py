"""Which provisions the law changes for from a day on, and whether all that they read is approved for it."""

import datetime
import hashlib
from collections.abc import Iterable

from socialcode.awards.models import Award
from socialcode.engine import Provision
from socialcode.engine.days import days_after
from socialcode.engine.fingerprint import fingerprint
from socialcode.engine.registry import registry
from socialcode.law.numbers import Difference, compared
from socialcode.law.regions import regions
from socialcode.law.values import values_on
from socialcode.law.year.lapsing import not_approved

from .models import Line

MONTHLY = "monthly"


def awarded() -> list[Provision]:
    """The provisions by which somebody is paid every month."""
    rows = Award.objects.filter(pays=MONTHLY).exclude(state=Award.State.ENDED)
    names = set(rows.order_by().values_list("provision", flat=True).distinct())
    return [provision for name, provision in registry.provisions.items() if name in names]


def provisions_touched(since: datetime.date) -> list[Provision]:
    """Those by which somebody is paid every month and whose rules read another value on the day than on the day before,
    anywhere."""
    days = (days_after(since, -1), since)
    sides = [[values_on(day, place) for day in days] for place in ("", *regions())]
    return [each for each in awarded() if any(_reads(each, values) != _reads(each, then) for values, then in sides)]


def _reads(provision: Provision, values) -> list:
    """The values that the rules of the day take, each as it is."""
    return [values.value(name) for name in names_read(provision, values)]


def names_read(provision: Provision, values) -> list[str]:
    """The names of the values that a provision's rules of the day ask for."""
    asked = {argument for rule in provision.rules_on(values.on).values() for argument in rule.arguments}
    found = {provision.value_name(argument, values.parameters) for argument in asked}
    return sorted(name for name in found if name)


def missing(since: datetime.date) -> list:
    """The values of the year that such provisions read and that nobody approved for it."""
    values = values_on(since)
    read = {name for each in awarded() for name in names_read(each, values)}
    return [parameter for parameter in not_approved(since.year) if parameter.name in read]


def law_hash(provisions: list[str], since: datetime.date) -> str:
    """What these provisions take from the law of the day, in the country and in each region."""
    known = [values_on(since, place) for place in ("", *sorted(regions()))]
    found = [fingerprint(registry.provision(name), since, values) for name in provisions for values in known]
    return hashlib.sha256("".join(found).encode()).hexdigest()


def because(line: Line) -> list[Difference]:
    """The values of the law that changed an award's amount, before and after."""
    return changed_values([registry.provision(line.award.provision)], line.since, line.term.decision.assessment.region)


def changed_values(provisions: Iterable[Provision], since: datetime.date, region: str = "") -> list[Difference]:
    """The single values that some provisions read and that are others from a day on, each once; of a table, entries."""
    before, after = values_on(days_after(since, -1), region), values_on(since, region)
    names = dict.fromkeys(name for provision in provisions for name in names_read(provision, after))
    found = {}
    for parameter in (registry.parameters[name] for name in names):
        shown = registry.parameters[parameter.same_as] if parameter.same_as else parameter
        for each in compared(shown, before.value(parameter.name), after.value(parameter.name)):
            if each.is_changed:
                found.setdefault(each.label, each)
    return list(found.values())
