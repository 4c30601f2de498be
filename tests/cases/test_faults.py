"""A process killed with SIGKILL in the middle of a decision: nothing is lost, and nothing is there twice."""

import os
import signal

import pytest
from django.db import connection, transaction

from socialcode.audit.models import Event
from socialcode.awards.models import Award
from socialcode.cases.actions import deciding
from socialcode.cases.models import Claim
from socialcode.decisions.models import Approval, Decision
from socialcode.notices.models import Letter, Notice

pytestmark = pytest.mark.process

FAILED = 1
SOMEBODY_WAITS = "SELECT EXISTS (SELECT FROM pg_locks WHERE relation = %s::regclass AND NOT granted)"


def killed_in(act, *, writing):
    """Run `act` in a process of its own and kill it amid its transaction, where it is about to write to a table."""
    wait, begin = os.pipe()
    connection.close()  # each process has a connection of its own
    child = os.fork()
    if child == 0:
        try:
            os.read(wait, 1)
            act()
        finally:
            os._exit(FAILED)
    table = writing._meta.db_table
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {table} IN SHARE MODE")
        os.write(begin, b"!")
        while not _waits(cursor, table):
            assert os.waitpid(child, os.WNOHANG) == (0, 0), "the process ended before it came there"
        os.kill(child, signal.SIGKILL)
        _child, status = os.waitpid(child, 0)
    os.close(wait)
    os.close(begin)
    assert os.WTERMSIG(status) == signal.SIGKILL


def _waits(cursor, table):
    cursor.execute(SOMEBODY_WAITS, [table])
    return cursor.fetchone()[0]


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
@pytest.mark.parametrize("writing", [Award, Notice], ids=["agreed", "awarded"])
def test_a_decision_takes_effect_wholly_or_not_at_all(decided, approver, writing):
    before = rows()

    def agree():
        deciding.approve(decision=decided, by=approver)

    killed_in(agree, writing=writing)
    decided.claim.refresh_from_db()
    assert decided.claim.status == Claim.Status.APPROVAL
    assert rows() == before

    agree()
    decided.claim.refresh_from_db()
    assert decided.claim.status == Claim.Status.GRANTED
    assert rows() == before | {"approvals": 1, "awards": 1, "letters": 1, "notices": 1, "events": before["events"] + 2}
