"""The check from the shell."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from socialcode.engine.registry import registry

AWARDED = {"lives_in_kazakhstan": True, "award": "altyn_alqa"}


def run(*arguments):
    out = StringIO()
    call_command(*arguments, stdout=out)
    return json.loads(out.getvalue())


@pytest.fixture
def assess(db, tmp_path):
    def run_with(facts, name="awarded_mother", on="2026-02-01", **options):
        file = tmp_path / "facts.json"
        file.write_text(facts if isinstance(facts, str) else json.dumps(facts), encoding="utf-8")
        arguments = [f"--{option}={value}" for option, value in options.items()]
        return run("assess", name, "--on", on, "--facts", str(file), *arguments)

    return run_with


def test_provisions_lists_every_entitlement_with_its_facts(db):
    listed = {provision["name"]: provision for provision in run("provisions")}
    assert listed.keys() == registry.provisions.keys()
    award = next(fact for fact in listed["awarded_mother"]["facts"] if fact["name"] == "award")
    assert award["type"] == "choice"
    assert "altyn_alqa" in award["choices"]
    assert (award["situation"], award["without"]) == ("I have a mother's award for many children", "none")


def test_provisions_say_how_long_a_decision_takes_and_what_pauses_and_lowers_them(db):
    listed = {provision["name"]: provision for provision in run("provisions")}
    grant, job_loss = listed["birth_grant"], listed["job_loss"]
    assert (grant["days_to_decide"], job_loss["days_to_decide"]) == ("7", "8")
    assert job_loss["counts_towards"] == ["targeted_assistance"]
    assert job_loss["suspends"]
    assert job_loss["deductions"]
    assert listed["childcare_state"]["excludes"] == ["childcare_insured", "childcare_pension_top_up"]


def test_one_row_gives_one_outcome(assess):
    found = assess(AWARDED)
    assert (found["outcome"], found["amount"], found["net_amount"]) == ("entitled", 32005, None)
    assert found["starts_on"] == "2026-02-01"
    size = next(step for step in found["steps"] if step["name"] == "size")
    assert size["result"] == "7.4"
    assert found["unmet"] == found["unknown"] == []


def test_an_outcome_says_what_it_excludes_and_where_it_counts_as_income(assess):
    assert assess({}, name="survivor_state")["excludes"] == ["disability_state", "disability_child"]
    assert assess({}, name="large_family")["counts_towards"] == ["targeted_assistance"]


def test_a_list_of_rows_gives_a_list(assess):
    found = assess([AWARDED, {"award": "none"}, {}])
    assert [row["outcome"] for row in found] == ["entitled", "refused", "likely"]
    assert found[1]["unmet"][0]["name"] == "has_award"
    assert {fact["name"] for fact in found[2]["unknown"]} == {"lives_in_kazakhstan", "award"}
    assert assess([]) == []


def test_numbers_are_exact(assess):
    facts = {
        "is_insured": True,
        "leave_reason": "birth",
        "leave_start_date": "2026-01-10",
        "leave_days": 126,
        "had_regime_income": False,
    }
    income = f'{{"income_before_leave": [{", ".join(["100000.01"] * 12)}], {json.dumps(facts)[1:-1]}}}'
    found = assess(income, name="maternity")
    together = next(step for step in found["steps"] if step["name"] == "counted_income")
    assert together["result"] == "1200000.12"


@pytest.mark.parametrize(
    ("facts", "options", "sentence"),
    [
        ({"awrd": 1}, {}, "Did you mean 'award'?"),
        ({"award": "gold"}, {}, "Row 1, award: Choose one of"),
        ([AWARDED, {"award": 1}], {}, "Row 2, award"),
        ({"lives_in_kazakhstan": "yes"}, {}, "Answer yes or no"),
        ([1], {}, "Row 1 is no JSON object"),
        ("NaN", {}, "Row 1 is no JSON object"),
        ("{", {}, "The facts are no JSON"),
        ("[" * 100_000, {}, "The facts are no JSON"),
        ({}, {"name": "awarded_mothr"}, "Did you mean 'awarded_mother'?"),
        ({}, {"on": "2001-01-01"}, "The law before 2018-01-01 is not encoded"),
    ],
)
def test_a_mistake_is_one_sentence_and_exit_code_2(assess, facts, options, sentence):
    with pytest.raises(CommandError) as mistake:
        assess(facts, **options)
    assert sentence in str(mistake.value)
    assert mistake.value.returncode == 2


def test_a_file_that_is_not_there(db):
    with pytest.raises(CommandError, match="cannot be read") as mistake:
        run("assess", "awarded_mother", "--facts", "/nowhere.json")
    assert mistake.value.returncode == 2


@pytest.mark.parametrize("typed", ["90.000", "90 000", "90 мың", "90k ₸"])
def test_a_text_in_the_file_and_a_day_are_read_as_in_every_field(assess, typed):
    facts = {"family_income_of_quarter": typed, "family_members": "3"}
    found = assess(facts, name="targeted_assistance", on="1 ақпан 2026")
    told = {given["name"]: given["value"] for step in found["steps"] for given in step["inputs"]}
    assert found["on"] == "2026-02-01"
    assert told["family_income_of_quarter"] == "90000"
    assert told["family_members"] == 3
