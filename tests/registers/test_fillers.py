"""What registers fill is checked at start-up: each filler has a fact of its own."""

from django.core.checks import run_checks

from socialcode.engine.registry import registry
from socialcode.registers import known


def test_a_second_filler_of_a_fact_is_refused_with_both_files(monkeypatch):
    monkeypatch.setattr(known, "_doubles", [])

    @known.from_registers("birth_date")
    def again(records):
        return None

    [sentence] = known.problems(registry.facts)
    assert sentence.startswith(f"{__file__}: the fact 'birth_date' is already filled in ")
    assert sentence.endswith("registers/known_facts.py.")
    assert known._fillers["birth_date"] is not again


def test_a_filler_for_no_fact_is_refused_with_the_nearest_spelling(monkeypatch):
    monkeypatch.setattr(known, "_fillers", dict(known._fillers))

    @known.from_registers("birth_dat")
    def lost(records):
        return None

    assert known.problems(registry.facts) == [
        f"{__file__}: fills 'birth_dat', which is no fact. Did you mean 'birth_date'?"
    ]


def test_start_up_looks_at_the_fillers(monkeypatch):
    monkeypatch.setattr(known, "_doubles", ["twice"])
    assert [error.msg for error in run_checks(tags=["registers"])] == ["twice"]
