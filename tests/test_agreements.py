"""Answers that contradict each other are asked back, wherever they are given, and never computed in silence."""

import datetime
import io
import json

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from socialcode.cases import flags
from socialcode.cases.actions import applying
from socialcode.cases.assessing import compute
from socialcode.engine import Kind
from socialcode.engine.registry import registry
from socialcode.questions.answers import Answers
from socialcode.questions.fields import contradiction
from socialcode.questions.forms import FactsForm, Group
from tests.test_examples import every_example

ON = datetime.date(2026, 5, 4)
AGREEMENTS = registry.agreements
IDS = ["-".join(agreement.facts) for agreement in AGREEMENTS]
CROWD = {"family_members": 1, "children_aged_1_to_6": 20}


def values_of(fact):
    """Raw answers to a fact that can be read."""
    match fact.kind:
        case Kind.NUMBER:
            return st.integers(fact.least, int(fact.most))
        case Kind.MONEY:
            return st.integers(fact.least, 10**9).map(str)
    last = ON + datetime.timedelta(days=3_000) if fact.may_come else ON
    return st.dates(datetime.date(1900, 1, 1), last).map(datetime.date.isoformat)


def leads_of(fact):
    """Answers with which the question makes sense."""
    if not fact.asked_if:
        return {}
    lead, values = registry.facts[fact.asked_if[0]], fact.asked_if[1]
    return {lead.name: values[0], **leads_of(lead)}


@pytest.mark.parametrize("agreement", AGREEMENTS, ids=IDS)
@given(data=st.data())
@settings(max_examples=30, deadline=None)
def test_what_contradicts_itself_is_known_to_nobody_and_asked_back(agreement, data):
    facts = [registry.facts[name] for name in agreement.facts]
    raw = {fact.name: data.draw(values_of(fact), fact.name) for fact in facts}
    answers = Answers({**{n: v for fact in facts for n, v in leads_of(fact).items()}, **raw}, ON)
    read = [fact.read(raw[fact.name], ON) for fact in facts]
    if agreement.holds(*read, ON):
        assert agreement not in answers.contradictions
        return
    assert agreement in answers.contradictions
    assert not set(agreement.facts) & answers.known.keys()
    assert all(str(registry.facts[name].label) in contradiction(agreement) for name in agreement.facts)


@pytest.mark.parametrize("agreement", AGREEMENTS, ids=IDS)
@given(data=st.data(), later=st.integers(0, 20_000))
@settings(max_examples=20, deadline=None)
def test_time_alone_breaks_no_agreement(agreement, data, later):
    facts = [registry.facts[name] for name in agreement.facts]
    read = [fact.read(data.draw(values_of(fact)), ON) for fact in facts]
    if agreement.holds(*read, ON):
        assert agreement.holds(*read, ON + datetime.timedelta(days=later))


@pytest.mark.parametrize(("provision", "example", "facts"), list(every_example()))
def test_worked_examples_contradict_themselves_only_to_show_that_a_rule_holds_all_the_same(provision, example, facts):
    raw = {name: str(value) if isinstance(value, datetime.date) else value for name, value in facts.items()}
    broken = Answers(raw, example["day"]).contradictions
    assert bool(broken) == example.get("asked_back", False), [contradiction(agreement) for agreement in broken]


def test_a_form_asks_back_at_the_question_and_names_the_other():
    asked = [registry.facts[name] for name in CROWD]
    data = {"family_members-text": "1", "children_aged_1_to_6-text": "20"}
    form = FactsForm([Group(asked)], ON, data)
    assert not form.is_valid()
    assert list(form.errors) == ["children_aged_1_to_6"]
    (told,) = form.errors["children_aged_1_to_6"]
    assert "members of the family" in told


def test_an_answer_of_another_page_is_compared_too():
    group = Group([registry.facts["children_aged_1_to_6"]], given={"family_members": "1"})
    form = FactsForm([group], ON, {"children_aged_1_to_6-text": "20"})
    assert not form.is_valid()


@pytest.mark.django_db
def test_the_shell_says_what_does_not_fit(tmp_path):
    file = tmp_path / "facts.json"
    file.write_text(json.dumps(CROWD))
    with pytest.raises(CommandError, match="children from one to six"):
        call_command("assess", "targeted_assistance", on=ON, facts=str(file), stdout=io.StringIO())


@pytest.mark.django_db
def test_a_claim_computes_nothing_of_it_and_an_officer_is_warned(mother, citizen):
    wish = applying.Wish("targeted_assistance", mother, answers=CROWD)
    claim = applying.begin(wish=wish, by=citizen)
    assert not CROWD.keys() & compute(claim).known.keys()
    assert compute(claim).explanation.outcome == "likely"
    flags.raise_for(claim)
    assert claim.flags.get(kind="no_agreement").details == {"facts": sorted(CROWD)}
