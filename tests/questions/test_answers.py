"""What somebody said comes to the same, whoever reads it."""

import datetime
import json
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialcode.cases.assessing import compute, told
from socialcode.cases.citizen import intended_claim
from socialcode.cases.citizen.filling import Filling
from socialcode.cases.models import Claim
from socialcode.check.visit import Subject, Visit
from socialcode.engine.registry import registry
from socialcode.law import baseline
from socialcode.people.models import Register
from socialcode.questions.answers import Answers
from socialcode.registers.known import Known, values_of
from tests.engine.strategies import answers as answers_to
from tests.factories import people
from tests.factories.registers import known_facts

ON = datetime.date(2026, 11, 21)
LEAD, FOLLOWING = "legal_status", "kandas_since"
CHILDCARE = "childcare_insured"


def as_json(value):
    """A value as a session, a claim or a file keeps it."""
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return str(value) if isinstance(value, Decimal | datetime.date) else value


@pytest.fixture
def mother(db):
    baseline.load()
    return people.make_person(address=None)


def claim_of(person, provision, given):
    return Claim(person=person, provision=provision, on=ON, answers=given)


def test_an_answer_counts_while_its_question_makes_sense():
    since = "2020-05-01"
    assert Answers({LEAD: "kandas", FOLLOWING: since}, ON).known[FOLLOWING] == datetime.date(2020, 5, 1)
    assert Answers({LEAD: "citizen", FOLLOWING: since}, ON).known == {LEAD: "citizen"}
    assert Answers({FOLLOWING: since}, ON).known == {}


def test_what_nobody_can_read_says_nothing_and_neither_does_what_follows_from_it():
    answers = Answers({LEAD: "martian", FOLLOWING: "2020-05-01", "no_such_fact": 1, "region": None}, ON)
    assert (answers.known, answers.sensible) == ({}, {})
    assert answers.readable == {FOLLOWING: "2020-05-01"}
    assert answers.wrong.keys() == {LEAD}


def test_a_register_goes_before_what_was_said_and_the_difference_is_known():
    answers = Answers({LEAD: "citizen", FOLLOWING: "2020-05-01"}, ON, {LEAD: "kandas"})
    assert answers.known == {LEAD: "kandas", FOLLOWING: datetime.date(2020, 5, 1)}
    assert answers.otherwise == {LEAD: "citizen"}
    assert answers.sensible == {LEAD: "citizen", FOLLOWING: "2020-05-01"}


def test_what_a_register_holds_stays_unless_its_lead_is_answered_otherwise():
    held = {FOLLOWING: datetime.date(2020, 5, 1)}
    assert Answers({}, ON, held).known == held
    assert Answers({LEAD: "citizen"}, ON, held).known == {LEAD: "citizen"}


def test_a_claim_with_an_answer_that_cannot_be_read_any_more_is_computed_without_it(mother):
    claim = claim_of(mother, "birth_grant", {"lives_in_kazakhstan": True, "child_arrival": "by stork"})
    computed = compute(claim)
    assert computed.known.keys() == computed.facts.keys()
    assert "child_arrival" not in computed.known
    assert computed.known["lives_in_kazakhstan"] is True


def test_a_claim_does_not_count_what_no_longer_makes_sense(mother):
    claim = claim_of(mother, CHILDCARE, {"child_arrival": "born", "custody_date": "2026-05-01"})
    assert compute(claim).known["child_arrival"] == "born"
    assert "custody_date" not in compute(claim).known


def test_the_same_said_in_other_digits_is_no_contradiction(mother):
    computed = compute(claim_of(mother, CHILDCARE, {}))
    registered = {"birth_order": Known(2, Register.CIVIL_STATUS, ON)}
    claim = claim_of(mother, CHILDCARE, {"birth_order": "2"})
    assert told(claim, registered).otherwise == {}
    filling = Filling(claim)
    filling.computed = type(computed)(
        computed.explanation,
        {"birth_order": {"value": 2, "source": str(Register.CIVIL_STATUS), "received_on": ON}},
        {"birth_order": 2},
        "",
        "",
    )
    assert [row["said"] for row in filling.registered] == [""]


def test_the_command_counts_no_answer_that_makes_no_sense(db):
    baseline.load()
    row = {"child_arrival": "born", "child_birth_date": "2026-05-03", "custody_date": "2026-06-01"}
    found = assessed(CHILDCARE, row)
    assert found["starts_on"] == assessed(CHILDCARE, row | {"custody_date": None})["starts_on"]
    used = {given["name"]: given["value"] for step in found["steps"] for given in step["inputs"]}
    assert used["custody_date"] is None


def test_the_command_says_which_answer_cannot_be_read(db):
    with pytest.raises(CommandError, match="child_arrival"):
        assessed(CHILDCARE, {"child_arrival": "by stork"})


def assessed(provision, row):
    out = StringIO()
    facts = _file(row)
    call_command("assess", provision, "--on", ON.isoformat(), "--facts", facts, stdout=out)
    return json.loads(out.getvalue())


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def _file(row):
    with open("facts.json", "w", encoding="utf-8") as file:
        json.dump(row, file)
    return "facts.json"


@st.composite
def said(draw):
    """A claimed provision and raw answers to its facts: good ones, ones nobody can read, ones that make no sense."""
    provision = draw(st.sampled_from([p for p in registry.provisions.values() if p.is_claimed and p.since <= ON]))
    given = {}
    for name in draw(st.lists(st.sampled_from(sorted(provision.facts)), unique=True)):
        good = answers_to(provision.facts[name], ON).map(as_json)
        given[name] = draw(good | st.sampled_from(["", "x", -1, [], {}, 3.5, "9999-99-99"]))
    return provision, given


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said())
def test_all_readers_read_the_same(mother, drawn):
    provision, raw = drawn
    held = values_of(known_facts(provision.facts.values(), mother, None, ON, raw))
    expected = Answers(raw, ON, held).known

    visit = Visit("everything", ON.isoformat(), person=Subject(given={n: r for n, r in raw.items() if n not in held}))
    visit.registered = {0: known_facts(provision.facts.values(), mother, None, ON, raw)}
    assert visit.known(visit.person) == expected

    claim = claim_of(mother, provision.name, raw)
    assert compute(claim).known == expected
    assert Filling(claim).known == expected

    intended = intended_claim.IntendedClaim(provision.name, answers=raw)
    assert Answers(intended_claim.readable(intended, ON), ON, held).known == expected
    assert Answers(Answers(raw, ON, held).sensible, ON, held).known == expected
