"""The sum of a payment in one line, as its rule has it."""

import pytest
from django.utils.translation import override

from socialcode.engine import examples, explain
from socialcode.engine.registry import registry
from socialcode.explaining.calculation import sums
from socialcode.explaining.one_line import of_payment
from tests import shipped


def lines(name, language="en"):
    """The line of every worked example that is granted."""
    provision = registry.provisions[name]
    file = examples.read(provision)
    with override(language):
        for example in file["examples"]:
            facts = examples.facts_of(provision, file["given"], example["facts"])
            found = explain(provision, facts, example["day"], shipped.values(example["day"]))
            if found.outcome == "entitled":
                yield of_payment(found).replace("\u202f", " ")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("awarded_mother", "6.4 MCI × 4 325 ₸ = 27 680 ₸"),
        ("childcare_insured", "4 200 000 ₸ × 40 % ÷ 24 months − 10 % = 63 000 ₸"),
        ("maternity", "4 200 000 ₸ × 126 ÷ (12 months × 30 days) − 10 % = 1 323 000 ₸"),
        ("maternity_recalculation", "(1 400 000 ₸ − 1 260 000 ₸) − 10 % = 126 000 ₸"),
        ("childcare_pension_top_up", "150 000 ₸ × 10 % − 60 000 ₸ × 10 % = 9 000 ₸"),
        ("large_family", "8 × 4 MCI × 2 778 ₸ = 88 896 ₸"),
        ("base_pension", "(70 % + (20 − 10 years) × 2 %) × 50 851 ₸ ≈ 45 766 ₸"),
        ("survivor_insured_share", "92 173 ₸ ÷ 3 ≈ 30 724 ₸"),
        ("survivor_state_share", "78 587 ₸ ÷ 2 ≈ 39 293 ₸"),
        ("survivor_insured", "3 780 000 ₸ × 60 % × 0.5 ÷ 24 months = 47 250 ₸"),
    ],
)
def test_a_payment_is_written_in_one_line(name, line):
    assert line in lines(name)


def test_a_service_has_no_sum():
    assert set(lines("special_social_services")) == {""}


@shipped.every_provision
def test_a_line_ends_with_what_reaches_the_person_and_has_few_values(provision):
    for line in lines(provision.name):
        assert line.count(" × ") + line.count(" ÷ ") + line.count(" + ") + line.count(" − ") <= 4
        assert not line or (" = " in line) != (" ≈ " in line)


def test_a_step_says_how_it_was_rounded():
    provision = registry.provisions["large_family"]
    file = examples.read(provision)
    with override("en"):
        chains = {
            step.chain.replace("\u202f", " ")
            for example in file["examples"]
            for step in sums(
                explain(
                    provision,
                    examples.facts_of(provision, file["given"], example["facts"]),
                    example["day"],
                    shipped.values(example["day"]),
                )
            )
        }
    assert "16.03 MCI × 2 778 ₸ = 44 531.34 → 44 532 ₸" in chains
