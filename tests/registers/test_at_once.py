"""Two tabs or two officers at the same moment: once is enough, and the other gets a sentence."""

from functools import partial

import pytest

from socialcode.accounts.models import Role
from socialcode.notices.models import Notice
from socialcode.people import access
from socialcode.people.models import Sharing
from socialcode.refusal import NotAllowedError
from socialcode.registers.actions import asking, disputing, sharing
from socialcode.registers.models import AccessQuestion, Dispute, Income
from tests.factories import people
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)
REASON = "The pay slip shows another amount."


def refused(*changes) -> list[str]:
    results = at_once(*changes, refusals=NotAllowedError)
    return [str(result) for result in results if isinstance(result, NotAllowedError)]


def test_two_tabs_dispute_one_value(mother, wage, citizen):
    send = partial(disputing.dispute, person=mother, row=wage, says="I earned less in May.", by=citizen)
    assert refused(send, send) == ["An officer is already looking at this value. Wait for the answer."]
    assert Dispute.objects.count() == 1


def test_two_officers_correct_one_value(mother, wage, citizen, officer):
    dispute = disputing.dispute(person=mother, row=wage, says="I earned less in May.", by=citizen)
    second = people.make_staff(Role.HEAD, people.make_office())
    correct = partial(disputing.correct, dispute=dispute, values={"amount": 205_000}, reason=REASON)
    assert len(refused(partial(correct, by=officer), partial(correct, by=second))) == 1
    assert Income.objects.current().count() == 1
    assert Income.objects.count() == 2
    assert Notice.objects.count() == 1


def test_two_tabs_ask_about_one_look(mother, citizen, auditor):
    event = access.record_look(mother, by=auditor, look=access.Look(auditor.grants[0], "By telephone"))
    ask = partial(asking.ask, person=mother, event=event, text="Why did you look?", by=citizen)
    assert refused(ask, ask) == ["You have already asked about this entry."]
    assert AccessQuestion.objects.count() == 1


def test_two_tabs_let_one_relative_in(mother, husband, citizen):
    share = partial(sharing.share, owner=mother, viewer=husband, by=citizen)
    assert len(refused(share, share)) == 1
    assert Sharing.objects.count() == 1
