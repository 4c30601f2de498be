"""Two administrators press at the same moment: exactly one wins, the other gets a sentence."""

import pytest

from socialcode.audit.models import Event
from socialcode.law import actions
from socialcode.law.models import ParameterVersion
from socialcode.refusal import NotAllowedError
from tests import threads
from tests.factories.accounts import make_administrator

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*changes) -> list:
    return threads.at_once(*changes, refusals=NotAllowedError)


def split(results):
    won = [result for result in results if isinstance(result, ParameterVersion)]
    refused = [str(result) for result in results if isinstance(result, NotAllowedError)]
    return won, refused


def test_two_approve(proposed, second):
    third = make_administrator("third@example.org", "Third")
    won, refused = split(
        at_once(
            lambda: actions.approve(version=proposed, by=second), lambda: actions.approve(version=proposed, by=third)
        )
    )
    assert len(won) == 1
    assert refused == ["Somebody has already decided on this value. It is now: Approved."]
    assert Event.objects.filter(kind="value_approved").count() == 1


def test_one_approves_what_another_takes_back(proposed, first, second):
    won, refused = split(
        at_once(
            lambda: actions.approve(version=proposed, by=second), lambda: actions.take_back(version=proposed, by=first)
        )
    )
    assert (len(won), len(refused)) == (1, 1)
    assert ParameterVersion.objects.get(pk=proposed.pk).state == won[0].state


def test_one_confirms_a_withdrawal_that_another_declines(approved, first, second):
    third = make_administrator("third@example.org", "Third")
    actions.ask_withdrawal(version=approved, reason="The act was repealed", by=first)
    won, refused = split(
        at_once(
            lambda: actions.confirm_withdrawal(version=approved, by=second),
            lambda: actions.decline_withdrawal(version=approved, by=third),
        )
    )
    assert (len(won), len(refused)) == (1, 1)


def test_two_enter_the_same_day(new_mci, first, second):
    won, refused = split(
        at_once(
            lambda: actions.propose(proposal=new_mci(), by=first),
            lambda: actions.propose(proposal=new_mci(), by=second),
        )
    )
    assert len(won) == 1
    assert "already entered or waiting" in refused[0]
    assert Event.objects.filter(kind="value_proposed").count() == 1
