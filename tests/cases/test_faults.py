"""A process killed with SIGKILL in the middle of a decision: nothing is lost, and nothing is there twice."""

import os
import signal

import pytest
from django.db import connection

from socialcode import notices
from socialcode.audit.models import Event
from socialcode.cases.actions import deciding
from socialcode.cases.models import Approval, Award, Claim, Decision
from socialcode.notices.models import Letter, Notice

FAILED = 1


def killed_in(act, monkeypatch, *, stop_at):
    """Run `act` in a process of its own and kill it once it comes to a function, its owner and name."""
    reached, tell = os.pipe()
    connection.close()  # each process has a connection of its own
    child = os.fork()
    if child == 0:
        try:
            _stop(monkeypatch, stop_at, tell)
            act()
        finally:
            os._exit(FAILED)
    os.close(tell)
    said = os.read(reached, 1)  # empty if the process ended by itself
    os.close(reached)
    os.kill(child, signal.SIGKILL)
    _child, status = os.waitpid(child, 0)
    assert said, "the process came to the middle of the act"
    assert os.WTERMSIG(status) == signal.SIGKILL


def _stop(monkeypatch, stop_at, tell):
    def stopped(*_arguments, **_named):
        os.write(tell, b"!")
        signal.pause()

    monkeypatch.setattr(*stop_at, stopped)


def rows():
    kinds = ("claim_decided", "decision_approved", "award_made")
    return {
        "decisions": Decision.objects.count(),
        "approvals": Approval.objects.count(),
        "awards": Award.objects.count(),
        "letters": Letter.objects.count(),
        "notices": Notice.objects.filter(kind="decision_grant").count(),
        "events": Event.objects.filter(kind__in=kinds).count(),
    }


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("stop_at", [(deciding, "_take_effect"), (notices, "queue")], ids=["agreed", "awarded"])
def test_a_decision_takes_effect_wholly_or_not_at_all(decided, approver, monkeypatch, stop_at):
    before = rows()

    def agree():
        deciding.approve(decision=decided, by=approver)

    killed_in(agree, monkeypatch, stop_at=stop_at)
    decided.claim.refresh_from_db()
    assert decided.claim.status == Claim.Status.APPROVAL
    assert rows() == before

    agree()
    decided.claim.refresh_from_db()
    assert decided.claim.status == Claim.Status.GRANTED
    assert rows() == before | {"approvals": 1, "awards": 1, "letters": 1, "notices": 1, "events": before["events"] + 2}
