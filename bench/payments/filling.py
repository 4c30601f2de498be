"""Awards of as many people, each with an account at one of a few banks."""

import datetime
from decimal import Decimal

from bench import copies

BANKS = ("125", "722", "914", "601", "965")
# The invented treasury refuses accounts that end in 07: one of a thousand
IBAN = """'KZ00' || (ARRAY[{banks}])[1 + mod(n, {count})] || 'KZT' || lpad(n::text, 8, '0')
    || CASE WHEN mod(n, 1000) = 0 THEN '07' ELSE '10' END"""


def make_awards(count: int, since: datetime.date) -> None:
    """One award as a grant makes it, and copies of its rows: of the person, where they live, what was decided and
    granted."""
    from tests.factories.awards import make_award  # noqa: PLC0415 - models are there once Django is set up

    award = make_award(since=since, amount=Decimal("50000.45"))
    person, decision = award.person, award.decision
    iban = IBAN.format(banks=", ".join(f"'{bank}'" for bank in BANKS), count=len(BANKS))
    iin, owner = "lpad((800000000000 + n)::text, 12, '0')", {"person_id": "person_id + n"}
    made = {"decision_id": "decision_id + n"}
    granted = owner | made | {"subject_id": "subject_id + n", "iban": iban, "whom": "ARRAY['invented:' || n]"}
    for table, key, changed in (
        ("people_person", person.pk, {"iin": iin}),
        ("people_address", person.address_rows.get().pk, owner),
        ("cases_decision", decision.pk, {}),
        ("cases_award", award.pk, granted),
        ("awards_term", award.terms.get().pk, made | {"award_id": "award_id + n"}),
    ):
        copies.make(table, key, count - 1, changed)
