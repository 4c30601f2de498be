"""The region that a visitor names decides which figures count."""

import datetime

import pytest

from socialcode.law.models import ParameterVersion
from tests.check.families import CITIZEN

ALMATY = "750000000"
POOR_FAMILY = {
    **CITIZEN,
    "region": ALMATY,
    "family_members": 4,
    "family_income_of_quarter": "300 000",
    "uncounted_income_of_quarter": "0",
    "children_aged_1_to_6": 0,
    "owns_second_dwelling": False,
    "has_business_premises": False,
    "owns_building_plot": False,
    "owns_second_car": False,
    "has_machinery": False,
    "who_can_work": "nobody",
    "accepts_visit": True,
    "barring_event": "none",
}


@pytest.fixture
def line_of_almaty(db):
    """The line that Almaty published for the last quarter of 2026, as a shipped row."""
    ParameterVersion.objects.create(
        name="poverty_line",
        region=ALMATY,
        since=datetime.date(2026, 10, 1),
        value="40000",
        state=ParameterVersion.State.APPROVED,
    )


def assistance(visitor):
    found = visitor.go("/check/result/").page.context["outcome"]
    return found.entry("targeted_assistance", 0).explanation


def test_the_line_of_the_named_region_is_taken(visitor, line_of_almaty):
    visitor.begin("family").walk(POOR_FAMILY)
    assert assistance(visitor).amount == 60000
    assert "poverty_line_of_region" not in visitor.asked


def test_without_a_line_of_the_region_the_person_is_asked(visitor, line_of_almaty):
    visitor.begin("family").walk(POOR_FAMILY | {"region": "710000000", "poverty_line_of_region": "35 000"})
    assert assistance(visitor).amount == 40000


def test_regions_are_named_in_the_language_of_the_page(visitor):
    for language, name in {"kk": "Алматы қаласы", "ru": "город Алматы", "en": "Almaty City"}.items():
        visitor.client.cookies["django_language"] = language
        assert name in visitor.begin("family").go("/check/questions/where-you-live/").html


def test_who_does_not_know_the_line_reads_an_estimate_that_says_so(visitor):
    visitor.begin("family").walk(POOR_FAMILY)
    found = assistance(visitor)
    assert (found.amount, found.estimate) == (None, 42384)  # 4 x 35 596 - 300 000 / 3
    shown = visitor.html.split("Estimate: about")[1]
    assert "42" in shown[:20]
    assert "worked out with that of the whole country" in shown[:300]
