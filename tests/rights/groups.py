"""Groups of people that may do the same, and what a page is asked with."""

from collections.abc import Callable
from dataclasses import dataclass

EVERYBODY = frozenset(
    {
        "anonymous",
        "owner",
        "spouse",
        "stranger",
        "officer",
        "colleague",
        "officer elsewhere",
        "approver",
        "approver elsewhere",
        "head",
        "auditor",
        "administrator",
        "ministry",
        "payer",
        "adviser",
        "mobile group",
        "mobility centre",
        "representative",
    }
)
OF_AN_OFFICE = frozenset({"officer", "colleague", "officer elsewhere", "approver", "approver elsewhere", "head"})
SIGNED_IN, NOBODY = EVERYBODY - {"anonymous"}, frozenset()
CITIZENS = frozenset({"owner", "spouse", "stranger", "representative"})  # who acts for an employer is a citizen, too
OWNER, HEAD, REPRESENTATIVE = frozenset({"owner"}), frozenset({"head"}), frozenset({"representative"})
STAFF = SIGNED_IN - CITIZENS
OFFICERS = frozenset({"officer", "colleague", "officer elsewhere", "head"})
HERE = frozenset({"officer", "colleague", "approver", "head"})
AUDITOR, ADMINISTRATOR = frozenset({"auditor"}), frozenset({"administrator"})
MINISTRY, PAYER = frozenset({"ministry"}), frozenset({"payer"})
ADVISER = frozenset({"adviser"})
WITH_EMPLOYERS = frozenset({"adviser", "mobility centre", "head"})
CAREER_CENTRE = frozenset({"adviser", "mobile group", "mobility centre"})


@dataclass(frozen=True)
class Address:
    """`where` makes the parts of the address from the world; `method` is what the allowed do there."""

    allowed: frozenset
    where: Callable = lambda world: {}
    method: str = "get"
