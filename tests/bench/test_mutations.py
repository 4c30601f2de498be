"""The changes that the mutation run makes, and whether what is noted of them still holds."""

import ast

import pytest

from bench.mutations import rule_changes, run, value_changes
from bench.mutations.rule_files import in_order, rule_files, users
from socialcode.engine.registry import registry

FILES = in_order(rule_files())
CHANGED = """
def amount(a, b):
    return choose(a <= 3, up_to_tenge(a * b), 0)
"""


def made(text):
    tree = ast.parse(text)
    before = ast.dump(tree)
    found = {change.becomes for change in rule_changes.changes(tree, {}, lambda _name: [])}
    assert ast.dump(tree) == before, "each change is taken back"
    return found


def test_signs_numbers_words_and_branches_are_changed_in_turn():
    assert made(CHANGED) >= {
        "return choose(a < 3, up_to_tenge(a * b), 0)",
        "return choose(a <= 4, up_to_tenge(a * b), 0)",
        "return choose(a <= 3, nearest_tenge(a * b), 0)",
        "return choose(a <= 3, up_to_tenge(a + b), 0)",
        "return choose(a <= 3, up_to_tenge(b), 0)",
        "return choose(a <= 3, up_to_tenge(a * b), 1)",
        "return up_to_tenge(a * b)",
    }


def test_a_condition_is_left_out_and_the_day_of_a_rule_is_moved():
    assert made("def right(a, b, c):\n    return a & b & c") >= {"return a & b", "return a & c", "return b & c"}
    assert made('@rule("1", "", since="2024-01-01")\ndef a(b):\n    return b') == {
        "since 2023-12-31",
        "since 2024-01-02",
    }


def test_a_lost_condition_of_a_benefit_is_noticed():
    file = next(file for file in FILES if file.stem == "birth_grant")
    tally = run.of_rules(file, FILES)
    assert (tally.survived, tally.equivalent) == ([], 0)
    assert tally.counted > 30


def test_every_figure_of_a_table_is_changed():
    parameter = registry.parameters["birth_grant.size_by_birth_order"]
    assert len(list(value_changes.changes(parameter))) == sum(len(version.value) + 1 for version in parameter.versions)


@pytest.mark.parametrize("name", sorted({name for name, _rule, _becomes in run.reasons()}))
def test_what_is_noted_as_unnoticed_is_still_a_change(name):
    file = next(file for file in FILES if str(file.path.relative_to(run.ROOT)) == name)
    made_now = {(change.rule, change.becomes) for change in run.every_change(file, users(file, FILES))}
    noted = {(rule, becomes) for noted_of, rule, becomes in run.reasons() if noted_of == name}
    assert noted <= made_now
