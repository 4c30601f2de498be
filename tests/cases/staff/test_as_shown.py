"""Nobody agrees to a decision that they were not shown."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.urls import reverse

from socialcode.accounts.models import Role
from socialcode.awards.models import Award
from socialcode.cases.actions import deciding, working
from socialcode.cases.models import Claim
from tests.factories import people
from tests.factories.claims import GRANT
from tests.factories.pages import press, shown_on

from .pages import GRANTED, text

MORE, WHY = 246_000, "A certificate of the registry office came later."


@pytest.fixture
def second(office):
    return people.make_staff(Role.APPROVER, office)


@pytest.fixture
def redecided(decided, approver, second, signed_in, address):
    """The form an approver opened, the decision then returned by another and made anew with much more money."""
    desk = signed_in(approver)
    sent = shown_on(desk.get(address).content.decode(), f"{address}approve/")
    deciding.send_back(decision=decided, reason="The amount is not the right one.", by=second)
    claim = Claim.objects.get(pk=decided.claim_id)
    deciding.decide(
        claim=claim, ruling=replace(GRANT, amount=Decimal(MORE), override_reason=WHY), by=decided.decided_by
    )
    return desk, sent


@pytest.mark.parametrize("act", ["approve", "return"])
def test_an_old_form_does_nothing_and_shows_what_has_changed(redecided, address, submitted, act):
    desk, sent = redecided
    answer = desk.post(f"{address}{act}/", sent | {"reason": "This is not as it should be."})
    assert answer.status_code == 409
    page = text(answer)
    assert "This is not what you were shown" in page
    assert "What has changed since you were shown the decision" in page
    assert {"Amount", "Why it differs from the computation"} <= {row.what for row in answer.context["changed"]}
    assert "164\u202f350" in page
    assert "246\u202f000" in page
    submitted.refresh_from_db()
    assert submitted.status == Claim.Status.APPROVAL
    assert not submitted.decisions.last().approvals.exists()
    assert not Award.objects.exists()


def test_after_looking_once_more_the_same_page_lets_one_agree(redecided, address, submitted):
    desk, sent = redecided
    anew = shown_on(desk.post(f"{address}approve/", sent).content.decode(), f"{address}approve/")
    assert anew != sent
    assert desk.post(f"{address}approve/", anew).url == address
    assert submitted.decisions.last().approvals.count() == 1


def test_a_form_without_a_stamp_agrees_to_nothing(decided, approver, signed_in, address):
    assert signed_in(approver).post(f"{address}approve/").status_code == 409
    assert not decided.approvals.exists()


def test_an_officer_decides_on_the_outcome_that_was_shown(desk, address, submitted, office):
    sent = shown_on(desk.get(address).content.decode(), f"{address}decide/")
    Claim.objects.filter(pk=submitted.pk).update(iban="KZ16125KZT5004100103")
    answer = desk.post(f"{address}decide/", sent | GRANTED)
    assert answer.status_code == 409
    assert not submitted.decisions.exists()
    assert press(desk, f"{address}decide/", GRANTED).status_code == 302


def test_a_person_answers_the_question_that_was_shown(desk, address, submitted, citizen, signed_in):

    officer = submitted.assigned_to
    first = working.ask_information(claim=submitted, text="Please add the birth certificate.", by=officer)
    home, page = signed_in(citizen), reverse("cases:answer", args=[submitted.key])
    sent = shown_on(home.get(page).content.decode(), page)
    working.answer_information(information_request=first, answer="It is added.", by=citizen)
    second = working.ask_information(claim=submitted, text="Agree to what was found of you.", by=officer)
    assert home.post(page, sent | {"text": "I have added it."}).status_code == 409
    second.refresh_from_db()
    assert second.answered_at is None
    assert press(home, page, {"text": "I have added it."}, page=page).status_code == 302
