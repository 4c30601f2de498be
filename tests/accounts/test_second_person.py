"""Two persons to a change, the same for claims, values of the law and whatever comes."""

import pytest

from socialcode.accounts.models import User
from socialcode.accounts.second_person import Proposal, check_answers, is_settled
from socialcode.refusal import NotAllowedError

ME = User(pk=7, iin="900115400123")


@pytest.mark.parametrize(
    ("proposal", "sentence"),
    [
        (Proposal({7}), "cannot approve"),
        (Proposal({7}, own="You entered it."), "You entered it."),
        (Proposal({1}, answered={7}), "already answered"),
    ],
)
def test_who_worked_or_answered_does_not_answer(proposal, sentence):
    with pytest.raises(NotAllowedError, match=sentence):
        check_answers(proposal, ME)


def test_somebody_else_answers():
    check_answers(Proposal({1, None}, answered={2}), ME)


@pytest.mark.parametrize(("agreed", "needed", "settled"), [(0, 1, False), (1, 1, True), (1, 2, False), (0, 0, False)])
def test_enough_have_to_agree_and_one_at_least(agreed, needed, settled):
    assert is_settled(agreed, needed) is settled
