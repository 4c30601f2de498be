"""Who stands in whose way: of some payments a person gets only one; one that a family shares, a member leaves."""

from collections.abc import Iterable

from .results import Result


def rivals_of(result: Result, others: Iterable[Result]) -> list[Result]:
    """Those of the others that cannot be had beside it for the same person or child."""
    return [
        other
        for other in others
        if other.subject is result.subject
        and result.explanation.excludes(other.explanation)
        and not _shared_one(result, other)
    ]


def leaves(result: Result, shared: Result) -> bool:
    """Whether the person or child of a payment, by taking it, no longer counts for one that the family shares.

    A child is taken for a member; the applicant is one unless they said otherwise.
    """
    if not shared.provision.members_out or not result.explanation.excludes(shared.explanation):
        return False
    return result.subject is not shared.subject or shared.explanation.applicant_counts is not False


def _shared_one(one: Result, other: Result) -> bool:
    return bool(one.provision.members_out or other.provision.members_out)
