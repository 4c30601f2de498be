"""What each of the invented families has in a month under the values of now, and under the new ones."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from socialcode.engine.days import end_of_month
from socialcode.engine.parameters import Values, Version
from socialcode.entitlement.combination import combine
from socialcode.entitlement.comparison import rights
from socialcode.entitlement.results import Result, assess
from socialcode.law.models import ParameterVersion
from socialcode.law.values import values_on

from .families import InventedFamily, families

MONTHLY, ONCE = "monthly", "once"


@dataclass(frozen=True)
class FamilyDifference:
    """A family's money in a month (tenge, None where it cannot be said) before and after, and what is paid once."""

    family: InventedFamily
    before: dict[str, int | None]
    after: dict[str, int | None]
    rights: tuple

    @property
    def title(self) -> str:
        """What family it is, in the reader's language."""
        return _(self.family.title)

    @property
    def monthly(self) -> tuple[int | None, int | None]:
        return self.before[MONTHLY], self.after[MONTHLY]

    @property
    def once(self) -> tuple[int | None, int | None]:
        return self.before[ONCE], self.after[ONCE]

    @property
    def difference(self) -> int | None:
        """Tenge more or less in a month."""
        return None if None in self.monthly else self.monthly[1] - self.monthly[0]

    @property
    def changed(self) -> list:
        """The rights that differ."""
        return [right for right in self.rights if right.is_changed]

    @property
    def loses(self) -> bool:
        return (self.difference or 0) < 0


def with_versions(values: Values, versions: Iterable[ParameterVersion]) -> Values:
    """The same values with some more, that nobody has approved yet."""
    parameters = dict(values.parameters)
    for each in versions:
        more = Version(each.since, each.exact_value, each.region, each.act, each.source, each.evidence)
        known = parameters[each.name]
        others = [one for one in known.versions if (one.since, one.region) != (more.since, more.region)]
        parameters[each.name] = known.with_versions([*others, more])
    return replace(values, parameters=parameters)


def carried(on, region: str = "") -> Values:
    """The law of a day, with the last year's figures where none are approved for this one."""
    return replace(values_on(on, region), carries_on=True)


def family_differences(before: Values, after: Values) -> list[FamilyDifference]:
    """All ten, under both."""
    return [_difference(family, family.under(after)) for family in families(before)]


def _difference(now: InventedFamily, then: InventedFamily) -> FamilyDifference:
    found = [assess(family) for family in (now, then)]
    sums = [_sums(family, results) for family, results in zip((now, then), found, strict=True)]
    return FamilyDifference(now, *sums, rights=tuple(rights(*found, named=str)))


def _sums(family: InventedFamily, results: list[Result]) -> dict[str, int | None]:
    here = [r for r in results if r.explanation.starts_on is None or r.explanation.starts_on <= end_of_month(family.on)]
    totals = {total.pays: total for total in combine(family, here).totals}
    return {pays: _worth(totals.get(pays)) for pays in (MONTHLY, ONCE)}


def _worth(total) -> int | None:
    if total is None:
        return 0
    return None if total.at_least else total.amount
