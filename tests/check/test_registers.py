"""The check of somebody who signed in: registers answer first, the person only what they do not hold."""

import datetime
import json

from socialcode.awards import whom
from socialcode.awards.models import Award
from socialcode.cases.models import Claim
from socialcode.decisions.models import Assessment, Decision
from socialcode.people.models import Register
from socialcode.registers.models import Employment
from tests.factories import people
from tests.factories.accounts import sign_in
from tests.registers.test_known import pay

BORN = datetime.date(2026, 5, 3)


def award(person, subject, provision):
    claim = Claim.objects.create(person=person, subject=subject, provision=provision, law_version="1", form_version="1")
    assessment = Assessment.objects.create(
        claim=claim, provision=provision, on=BORN, facts={}, outcome="entitled", explanation={}, law_version="1"
    )
    officer = people.make_staff(office=people.make_office())
    decision = Decision.objects.create(claim=claim, assessment=assessment, kind="grant", decided_by=officer)
    about = {"subject": subject, "whom": [whom.of_person(subject)]}
    return Award.objects.create(decision=decision, provision=provision, person=person, since=BORN, **about)


def told(visitor):
    rows = visitor.go("/check/answers/").page.context["answers"]
    return {row["label"]: row for _name, group in rows for row in group}


def test_only_what_registers_do_not_hold_is_asked(known_visitor, mother, child):
    pay(mother, 40)
    known_visitor.begin("birth").walk({"1-cares_for_child": True, "1-child_in_state_care": False, "award": "none"})

    assert known_visitor.asked[0] == "situations"
    held = {"lives_in_kazakhstan", "legal_status", "birth_date", "is_insured", "1-income_before_birth"}
    held |= {"1-child_birth_date", "1-birth_order", "1-child_arrival", "children_under_18", "student_children"}
    assert not held & set(known_visitor.asked)
    grant = known_visitor.result().entry("birth_grant", 1)
    assert grant.explanation.outcome == "entitled"
    assert grant.name == "Аружан, born May 3, 2026"


def test_every_answer_of_a_register_names_it_and_the_way_to_dispute(known_visitor, child):
    known_visitor.begin("birth")
    row = told(known_visitor)["When was the child born?"]

    assert row["value"] == "May 3, 2026"
    assert row["source"].startswith("From: State database of individuals, received on ")
    assert row["disputes"] == f"/people/{child.key}/"
    assert told(known_visitor)["What is your status in Kazakhstan?"]["disputes"] == "/me/"


def test_the_anonymous_check_knows_nothing(visitor, child):
    assert told(visitor.begin("birth")) == {}
    visitor.begin_questions("birth", {"1-child_birth_date": BORN})

    assert {"birth_date", "sex"} <= {*visitor.asked}


def test_what_was_answered_before_signing_in_gives_way_to_registers(visitor, mother, child):
    visitor.begin_questions("birth", {"1-child_birth_date": BORN})
    visitor.send({"lives_in_kazakhstan": False, "legal_status": "foreigner", "1-child_birth_date": BORN})
    sign_in(visitor.client, people.make_account(mother))

    assert told(visitor)["What is your status in Kazakhstan?"]["value"] == "Citizen of Kazakhstan"
    assert [answers.key for answers in visitor.page.context["visit"].children] == [str(child.key)]


def test_something_else_is_tried_and_never_claimed(known_visitor, child):
    known_visitor.begin("birth")
    trial = "/check/what-if/?change=legal_status&of=0"
    known_visitor.client.post(trial, {"legal_status": "foreigner", "then": "keep"}, follow=True)

    grant = known_visitor.result().entry("birth_grant", 1)
    assert grant.explanation.outcome == "refused"
    assert "legal_status" not in json.loads(grant.said)


def test_a_claim_begins_with_what_was_answered(known_visitor, child):
    known_visitor.begin("birth").walk({"1-cares_for_child": True, "1-child_in_state_care": False, "is_insured": False})
    entry = known_visitor.result().entry("childcare_state", 1)

    ticked_off = {"relative_is_paid": False, "asks_for_lost_child": False}
    answered = {"cares_for_child": True, "child_in_state_care": False, "is_insured": False}
    assert json.loads(entry.said) == answered | ticked_off
    assert entry.result.subject.key == str(child.key)
    assert entry.explanation.provision.is_claimed


def test_payments_in_hand_are_marked_and_speak_to_other_rules(known_visitor, mother, child):
    father = people.make_person(sex="male")
    award(mother, child, "birth_grant")
    award(father, child, "childcare_state")
    known_visitor.begin("birth")
    outcome = known_visitor.result()

    assert [benefit.provision.name for benefit in outcome.received] == ["birth_grant"]
    assert len(outcome.of_another) == 1  # the father's
    row = told(known_visitor)["Does somebody else already receive childcare money for this child?"]
    assert row["value"] == "Yes"
    assert row["source"].startswith("From: Payments granted by this portal")


def test_a_situation_that_registers_settle_is_not_offered(known_visitor, mother, child):
    Employment.objects.create(
        person=mother, kind="unemployed", since=datetime.date(2026, 10, 1), source=Register.LABOUR_MARKET
    )
    known_visitor.begin("everything")
    offered = {situation.name for group in known_visitor.page.context["groups"] for situation in group.situations}

    assert "looks_for_work" in offered
    assert not {"children", "children_under_18", "is_registered_unemployed"} & offered


def test_the_months_to_come_know_what_registers_say(known_visitor, mother, child):
    known_visitor.begin("birth").walk({"1-cares_for_child": True, "1-child_in_state_care": False, "is_insured": False})
    schedules = known_visitor.go("/check/months/").page.context["page"].forecast.schedules

    assert schedules["birth_grant", 1].paid[0] == known_visitor.result().entry("birth_grant", 1).explanation.amount


def test_staff_without_a_person_check_like_anybody(visitor):
    sign_in(visitor.client, people.make_staff(office=people.make_office()))
    visitor.begin_questions("birth", {"1-child_birth_date": BORN})

    assert {"birth_date", "sex"} <= {*visitor.asked}


def test_pages_cost_the_same_for_one_child_and_for_five(known_visitor, mother, django_assert_num_queries):
    for number in range(5):
        people.make_child(mother, datetime.date(2021 + number, 3, 1))
    pay(mother, 100)
    known_visitor.begin("birth")

    for page, queries in (("/check/answers/", 11), ("/check/result/", 17)):
        address = known_visitor.own(page)
        known_visitor.client.get(address)
        with django_assert_num_queries(queries):
            known_visitor.client.get(address)
