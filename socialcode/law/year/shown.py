"""What a page shows of a set of values, by which an answer to it is held: each value, where it stands, and the one that
it follows."""

from dataclasses import dataclass

from socialcode.shown import stamp

from .. import exact, names
from ..models import ParameterVersion, ValueSet
from ..numbers import Difference, compared

PART, WITHIN = ",", "."


@dataclass(frozen=True)
class Line:
    """A value of a set, with the approved one that it follows."""

    version: ParameterVersion
    before: object

    @property
    def differences(self) -> list[Difference]:
        """The old and the new figure, tables entry by entry."""
        return compared(self.version.parameter, self.before, self.version.exact_value)

    @property
    def label(self) -> str:
        place = self.version.region_name
        return f"{self.version.label}, {place}" if place else self.version.label

    @property
    def content(self) -> tuple:
        """All that decides whether it still is what was shown."""
        version = self.version
        before = None if self.before is None else exact.to_json(self.before)
        return version.pk, version.state, version.value, version.act, version.withdrawal_asked_at, before

    @property
    def mark(self) -> str:
        """The same in short, to tell afterwards which of the lines changed."""
        return f"{self.version.pk}{WITHIN}{stamp(self.version, *self.content).rpartition(':')[2][:12]}"


def lines(entered: ValueSet) -> list[Line]:
    """The values of a set in the order in which values are listed. Two queries."""
    versions = list(entered.versions.with_people())
    followed = _followed(entered)
    order = {parameter.name: place for place, parameter in enumerate(names.listed())}
    versions.sort(key=lambda each: (order.get(each.name, len(order)), each.region))
    return [Line(each, _before(each, followed)) for each in versions]


def _followed(entered: ValueSet) -> dict[tuple[str, str], object]:
    """The newest approved value before the day, by name and region."""
    rows = ParameterVersion.objects.approved().filter(since__lt=entered.since, name__in=entered.versions.values("name"))
    return {(row.name, row.region): row.exact_value for row in rows.order_by("since")}


def _before(version: ParameterVersion, followed: dict) -> object:
    own = followed.get((version.name, version.region))
    return followed.get((version.name, "")) if own is None else own


def stamp_of_set(entered: ValueSet, found: list[Line] | None = None) -> str:
    """The hash of all that is shown of a set."""
    found = lines(entered) if found is None else found
    return stamp(entered, *(line.content for line in found))


def marks(found: list[Line]) -> str:
    """What travels in the page's form beside the stamp."""
    return PART.join(line.mark for line in found)


def changed_since(seen: str, found: list[Line]) -> list[Line]:
    """The lines that are not as they were when a page with these marks was made."""
    before = set(seen.split(PART))
    return [line for line in found if line.mark not in before]
