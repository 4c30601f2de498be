"""Another amount than the computed one: within bounds, by more people where it is large, and seen first."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialcode.accounts.models import Role
from socialcode.cases.actions import deciding, working
from socialcode.cases.approvers import Demand, Proposed, needed
from socialcode.cases.models import Claim
from socialcode.decisions.deviation import between
from socialcode.refusal import NotAllowedError
from tests import shipped
from tests.cast import TODAY
from tests.factories import people
from tests.factories.claims import GRANT
from tests.factories.pages import press

from .pages import GRANTED

pytestmark = pytest.mark.django_db
WHY = "A certificate of the registry office came later."
COMPUTED = 164_350


def text(answer):
    return " ".join(answer.content.decode().replace("\u202f", " ").split())


@pytest.fixture
def taken(submitted, officer):
    return working.take_next(by=officer)


@pytest.fixture
def second_approver(office):
    return people.make_staff(Role.APPROVER, office)


def test_what_is_typed_is_read_as_everywhere(desk, address, submitted):
    press(desk, f"{address}decide/", GRANTED | {"amount": "200.000", "override_reason": WHY})
    assert submitted.decisions.get().amount == 200_000


@pytest.mark.parametrize("amount", ["9 999 999 999", "246 526", "1 млн"])
def test_an_amount_far_above_the_computed_one_is_refused_with_the_bound(desk, address, submitted, amount):
    answer = press(desk, f"{address}decide/", GRANTED | {"amount": amount, "override_reason": WHY})
    assert answer.status_code == 409
    (told,) = answer.context["forms"]["decide"].errors["amount"]
    assert "82\u202f175" in told
    assert not submitted.decisions.exists()


def test_half_as_much_more_is_possible_and_two_persons_agree(taken, officer, approver, second_approver):
    ruling = replace(GRANT, amount=Decimal(246_525), override_reason=WHY)
    decision = deciding.decide(claim=taken, ruling=ruling, by=officer)
    assert decision.approvers_needed == 2
    deciding.approve(decision=decision, by=approver)
    taken.refresh_from_db()
    assert taken.status == Claim.Status.APPROVAL
    with pytest.raises(NotAllowedError, match="already answered"):
        deciding.approve(decision=decision, by=approver)
    deciding.approve(decision=decision, by=second_approver)
    taken.refresh_from_db()
    assert taken.status == Claim.Status.GRANTED


def test_a_small_difference_needs_one_person(taken, officer):
    ruling = replace(GRANT, amount=Decimal(COMPUTED + 1_000), override_reason=WHY)
    assert deciding.decide(claim=taken, ruling=ruling, by=officer).approvers_needed == 1


def test_the_approver_reads_amount_and_difference_in_the_list_and_both_sums_on_the_claim(
    taken, officer, approver, signed_in, address
):
    ruling = replace(GRANT, amount=Decimal(200_000), override_reason=WHY)
    deciding.decide(claim=taken, ruling=ruling, by=officer)
    browser = signed_in(approver)
    row = text(browser.get("/work/approvals/"))
    assert all(told in row for told in ("164 350<", "<strong>200 000<", "35 650<", WHY))
    page = text(browser.get(address))
    assert "164 350 ₸" in page
    assert "200 000 ₸" in page
    assert "2 other persons have to agree" in page


def test_who_answered_is_told_so_instead_of_a_button(taken, officer, approver, signed_in, address):
    ruling = replace(GRANT, amount=Decimal(200_000), override_reason=WHY)
    deciding.approve(decision=deciding.decide(claim=taken, ruling=ruling, by=officer), by=approver)
    page = text(signed_in(approver).get(address))
    assert "You have already answered. Another person is needed." in page
    assert "Agree to the decision" not in page


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_more_above_what_was_computed_never_needs_fewer_people(computed, decided):
    values = shipped.values(TODAY)
    asked = [needed(Proposed(Claim(), between(computed, decided + more)), values) for more in (0, computed or 1)]
    assert all(isinstance(demand, Demand) and demand.persons >= 1 for demand in asked)
    assert asked[1].persons >= asked[0].persons
