"""Days before the application are paid with the sums of their own time."""

import datetime
from decimal import Decimal

import pytest
from django.template.loader import render_to_string

from socialcode.awards import granting, ledger
from socialcode.engine import examples
from socialcode.engine.registry import registry
from tests import cast

pytestmark = pytest.mark.django_db
ASKED = datetime.date(2026, 2, 10)
MARCH = datetime.date(2026, 3, 31)


@pytest.fixture
def award(granted):
    """Childcare money for a child of 16 November 2025, asked for in February."""
    given = examples.read(registry.provisions["childcare_state"])["given"]
    return granted("childcare_state", on=ASKED, **(given | {"child_birth_date": "2025-11-16", "birth_order": 1}))


def test_months_of_last_year_have_the_figures_of_last_year(award):
    """Article 82: 5.76 MCI, of 3 932 in 2025 and of 4 325 in 2026."""
    worth = {month.month.month: month.gross for month in ledger.owed([award.pk], through=MARCH)}
    assert worth == {11: Decimal("11324.50"), 12: 22_649, 1: 24_912, 2: 24_912, 3: 24_912}
    assert award.amount == 24_912


def test_the_letter_says_both_sums(award):
    decision = award.decision
    told = render_to_string("notices/decision/money.txt", {"decision": decision, "claim": decision.claim})
    assert "22\u202f649" in told
    assert "24\u202f912" in told


def test_another_amount_than_was_computed_is_one_for_all_days(award, officer):
    decision = award.decision
    award.terms.all().delete()
    award.delete()
    decision.amount = decision.in_hand = Decimal(20_000)
    asked = granting.Asked(registry.provisions["childcare_state"], award.person, None, ASKED, cast.IBAN)
    made = granting.make(award=granting.drafted(asked=asked, decision=decision), about="", by=officer)
    assert list(made.terms.values_list("since", "gross")) == [(datetime.date(2025, 11, 16), Decimal(20_000))]
