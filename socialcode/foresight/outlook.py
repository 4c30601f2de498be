"""All that a set of values would change, for one page."""

from collections.abc import Sequence
from dataclasses import dataclass

from socialcode.law import exact
from socialcode.law.models import ParameterVersion
from socialcode.law.policies import Proposal

from .difference import FamilyDifference, carried, family_differences, with_versions
from .touched import Touched, touched


@dataclass(frozen=True)
class Outlook:
    """The ten families, and the claims and awards."""

    families: list[FamilyDifference]
    touched: Touched

    @property
    def losers(self) -> list[FamilyDifference]:
        """The families that would have less in a month."""
        return [family for family in self.families if family.loses]


def versions_of(proposals: Sequence[Proposal]) -> list[ParameterVersion]:
    """Proposals as rows that nobody has saved."""
    return [
        ParameterVersion(
            name=each.parameter.name,
            region=each.region,
            since=each.since,
            value=exact.to_json(each.value),
            act=each.act,
            evidence=each.evidence,
        )
        for each in proposals
    ]


def outlook(versions: Sequence[ParameterVersion]) -> Outlook:
    """What versions that start on one day would change on it."""
    on = versions[0].since
    before = carried(on)
    after = with_versions(before, versions)
    regional = sorted({each.region for each in versions if each.region})
    sides = [carried(on, region) for region in regional]
    pairs = [(own, with_versions(own, versions)) for own in sides]
    return Outlook(family_differences(before, after), touched(before, after, pairs))
