"""What registers fill is checked at start-up: each derivation has a fact of its own, made from what there is."""

import datetime

from django.core.checks import run_checks

from socialcode.engine.derived import Derivations, derivations
from socialcode.engine.registry import registry

VALUES = registry.values(datetime.date(2026, 1, 1))


def made() -> Derivations:
    """Derivations of their own for a test."""
    own = Derivations()
    own.told = registry.facts
    own.give(*derivations.raw.values())
    return own


def test_every_derivation_fills_a_fact_that_exists():
    assert derivations.facts.keys() <= registry.facts.keys()
    assert derivations.problems(VALUES) == []


def test_a_second_derivation_of_a_fact_is_refused_with_both_files():
    own = made()

    @own.fact("birth_date")
    def first(birth_date):
        return birth_date

    @own.fact("birth_date")
    def again(birth_date):
        return birth_date

    assert own.problems(VALUES) == [f"{__file__}: 'birth_date' is already derived in {__file__}."]
    assert own.facts["birth_date"].formula is first


def test_a_derivation_for_no_fact_is_refused_with_the_nearest_spelling():
    own = made()

    @own.fact("birth_dat")
    def lost(birth_date):
        return birth_date

    assert own.problems(VALUES) == [f"{__file__}: fills 'birth_dat', which is no fact. Did you mean 'birth_date'?"]


def test_an_argument_that_is_nothing_is_refused():
    own = made()

    @own.fact("birth_date")
    def lost(birth_dates):
        return birth_dates

    [sentence] = own.problems(VALUES)
    assert sentence.startswith(f"{__file__}: 'birth_date' asks for 'birth_dates', which is nothing.")


def test_start_up_looks_at_the_derivations(monkeypatch):
    monkeypatch.setattr(derivations, "doubles", ["twice"])
    assert [error.msg for error in run_checks(tags=["registers"])] == ["twice"]
