"""Money for the past: three years where the Code says so and the person came late, all of it where the office is to
blame; what is paid once is set right, too."""

import datetime
from decimal import Decimal

import pytest

from socialcode.awards.ledger import owed
from socialcode.awards.life import Life, Stretch
from socialcode.awards.models import Award
from socialcode.awards.past import within_limit
from socialcode.awards.planning import Wish
from socialcode.awards.reassessing import anew
from socialcode.engine.registry import registry
from tests.factories.awards import change_terms
from tests.factories.orders import pay_months

from .test_finding import LARGE

SINCE, ASKED = datetime.date(2020, 1, 1), datetime.date(2026, 11, 9)
THREE_YEARS = datetime.date(2023, 11, 9)

BIRTH = {"birth_order": 1, "child_birth_date": "2026-03-01", "lives_in_kazakhstan": True, "legal_status": "citizen"}
BIRTH["relative_is_paid"] = False


def worth(amount, since=SINCE, until=None):
    return Stretch(since, until, Decimal(amount))


def test_a_raise_is_paid_for_three_years_before_it_was_asked_for():
    pension, life = registry.provisions["age_pension"], Life((worth(100),))
    found = within_limit(pension, life, SINCE, (worth(120),), ASKED)
    assert (found.first_day, found.stretches) == (THREE_YEARS, (worth(120, THREE_YEARS),))
    assert found.ground.article == "202.7"


def test_what_is_lowered_is_lowered_from_its_day():
    pension, life = registry.provisions["age_pension"], Life((worth(100),))
    assert within_limit(pension, life, SINCE, (worth(80),), ASKED) == (SINCE, (worth(80),), None)


def test_of_a_change_both_ways_only_the_raise_is_cut():
    middle = datetime.date(2022, 1, 1)
    new = (worth(80, until=datetime.date(2021, 12, 31)), worth(120, middle))
    found = within_limit(registry.provisions["age_pension"], Life((worth(100),)), SINCE, new, ASKED)
    assert [(one.since, one.gross) for one in found.stretches] == [(SINCE, 80), (middle, 100), (THREE_YEARS, 120)]


def test_where_the_code_names_no_limit_there_is_none():
    found = within_limit(registry.provisions["childcare_state"], Life((worth(100),)), SINCE, (worth(120),), ASKED)
    assert (found.first_day, found.ground) == (SINCE, None)


@pytest.mark.django_db
@pytest.mark.parametrize("is_by_office", [False, True])
def test_the_office_pays_for_all_the_past(granted, agreed, today, is_by_office):
    award = granted("large_family", **LARGE)
    Award.objects.filter(pk=award.pk).update(since=SINCE)
    change_terms(award, SINCE, Decimal(10_000))
    award.refresh_from_db()
    found = anew(award, award.decision.assessment.on, {"children_under_18": 5})
    wish = Wish("terms", named=SINCE, stretches=(worth(20_000),), is_office_to_blame=is_by_office)

    change = agreed(award, wish, computed=found.computed)

    months = {one.month: one.net for one in owed([award.pk], through=today)}
    assert months[SINCE] == (20_000 if is_by_office else 10_000)
    assert months[datetime.date(today.year - 2, today.month, 1)] == 20_000
    assert change.first_day == (SINCE if is_by_office else today.replace(year=today.year - 3))


@pytest.mark.django_db
@pytest.mark.parametrize(("more", "too_much"), [(10_000, 0), (-10_000, 10_000)])
def test_what_was_paid_once_is_set_right(granted, agreed, today, more, too_much):
    award = granted("birth_grant", **BIRTH)
    pay_months(award, today)
    found = anew(award, award.since, {})
    right = Stretch(award.since, award.since, award.amount + more, ())

    agreed(award, Wish("terms", named=award.since, stretches=(right,)), computed=found.computed)

    [one] = owed([award.pk], through=today)
    assert one.net == right.gross == award.amount
    assert sum(found.amount for found in award.overpayments.all()) == too_much
