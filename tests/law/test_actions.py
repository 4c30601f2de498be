import datetime
from decimal import Decimal

import pytest
from django.contrib.auth.models import AnonymousUser

from socialcode.audit.models import Event
from socialcode.law import actions
from socialcode.law.models import ParameterVersion
from socialcode.law.values import values_on
from socialcode.refusal import NotAllowedError

pytestmark = pytest.mark.django_db


def kinds(version):
    return [event.kind for event in Event.objects.about(version)]


def test_a_value_counts_only_after_a_second_person_approved_it(proposed, second, tomorrow):
    assert values_on(tomorrow).value("mci") == 4325
    actions.approve(version=proposed, by=second)
    assert values_on(tomorrow).value("mci") == 4606
    assert values_on(tomorrow - datetime.timedelta(days=1)).value("mci") == 4325
    assert kinds(proposed) == ["value_proposed", "value_approved"]


def test_who_entered_a_value_cannot_approve_or_return_it(proposed, first):
    for action, more in ((actions.approve, {}), (actions.send_back, {"reason": "No"})):
        with pytest.raises(NotAllowedError, match="another administrator has to decide"):
            action(version=proposed, by=first, **more)
    assert kinds(proposed) == ["value_proposed"]


def test_a_returned_value_keeps_its_reason_and_frees_its_date(proposed, new_mci, first, second):
    with pytest.raises(NotAllowedError, match="Write it in a sentence"):
        actions.send_back(version=proposed, reason=" ", by=second)
    returned = actions.send_back(version=proposed, reason="The act says 4 600", by=second)
    assert (returned.state, returned.return_reason) == ("returned", "The act says 4 600")
    actions.propose(proposal=new_mci(value=Decimal(4600)), by=first)
    assert kinds(proposed) == ["value_proposed", "value_returned"]


def test_who_entered_a_value_can_take_it_back_and_nobody_else(proposed, first, second, tomorrow):
    with pytest.raises(NotAllowedError, match="Only the person who entered"):
        actions.take_back(version=proposed, by=second)
    assert actions.take_back(version=proposed, by=first).state == "withdrawn"
    with pytest.raises(NotAllowedError, match="It is now: Withdrawn"):
        actions.approve(version=proposed, by=second)


def test_an_approved_value_is_withdrawn_by_two_persons(approved, first, second, tomorrow):
    with pytest.raises(NotAllowedError, match="Write it in a sentence"):
        actions.ask_withdrawal(version=approved, reason="", by=second)
    actions.ask_withdrawal(version=approved, reason="The act was repealed", by=second)
    assert values_on(tomorrow).value("mci") == 4606
    with pytest.raises(NotAllowedError, match="already asked"):
        actions.ask_withdrawal(version=approved, reason="Once more, please", by=first)
    with pytest.raises(NotAllowedError, match="You asked"):
        actions.confirm_withdrawal(version=approved, by=second)
    actions.confirm_withdrawal(version=approved, by=first)
    assert values_on(tomorrow).value("mci") == 4325
    assert kinds(approved)[2:] == ["withdrawal_asked", "value_withdrawn"]


def test_a_withdrawal_can_be_declined(approved, first, second, tomorrow):
    actions.ask_withdrawal(version=approved, reason="Not sure any more", by=first)
    kept = actions.decline_withdrawal(version=approved, by=second)
    assert (kept.withdrawal_asked_by, kept.withdrawal_asked_at, kept.withdrawal_reason) == (None, None, "")
    assert values_on(tomorrow).value("mci") == 4606
    with pytest.raises(NotAllowedError, match="Nobody asks"):
        actions.confirm_withdrawal(version=approved, by=second)
    assert Event.objects.about(approved).last().details == {"reason": "Not sure any more"}


def test_a_value_in_force_cannot_be_withdrawn(first):
    in_force = ParameterVersion.objects.get(name="mci", since="2026-01-01")
    with pytest.raises(NotAllowedError, match="already in force"):
        actions.ask_withdrawal(version=in_force, reason="Wrong", by=first)


def test_a_proposed_value_is_not_withdrawn_but_decided(proposed, second):
    with pytest.raises(NotAllowedError, match="Only an approved value"):
        actions.ask_withdrawal(version=proposed, reason="Wrong", by=second)


def test_nobody_but_administrators_changes_the_law(proposed, approved, new_mci, plain):
    for nobody in (plain, AnonymousUser()):
        for act in (
            lambda by: actions.propose(proposal=new_mci(), by=by),
            lambda by: actions.approve(version=proposed, by=by),
            lambda by: actions.send_back(version=proposed, reason="No", by=by),
            lambda by: actions.take_back(version=proposed, by=by),
            lambda by: actions.ask_withdrawal(version=approved, reason="No", by=by),
            lambda by: actions.confirm_withdrawal(version=approved, by=by),
            lambda by: actions.decline_withdrawal(version=approved, by=by),
        ):
            with pytest.raises(NotAllowedError, match="Only administrators"):
                act(nobody)
