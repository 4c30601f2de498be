"""How many questions each task puts to the database: so many by itself, and so many for each row that it works on.

What only waits, and is not due, costs nothing: a run that has nothing to do asks as much among many rows as among few.
"""

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from family_map.models import Run
from socialcode.celery import app
from socialcode.indexation.models import Indexation
from socialcode.notices import inbound
from socialcode.offers.models import Preparation
from socialcode.payments.models import PaymentRun
from tests.factories import people
from tests.faults.steps import name_of

from .waiting_rows import WAITS

pytestmark = [pytest.mark.process, pytest.mark.django_db]
FEW, MORE = 2, 6
AT_MOST = {  # when nothing is due, and for each row that is
    "notices: deliver codes": (6, 13),
    "notices: deliver": (6, 20),
    "notices: deliver bulk": (12, 26),
    "notices: send password links": (3, 10),
    "notices: take inbound": (3, 9),
    "cases: keep deadlines": (11, 64),  # four terms and a late claim a row
    "cases: scan papers": (3, 9),
    "cases: draw papers": (9, 0),  # one paper each time
    "awards: look at registers": (2, 22),
    "renewals: tell of ends": (2, 40),
    "appeals: keep deadlines": (1, 15),
    "decisions: replay tonight": (6, 1),
    "decisions: replay slices": (1, 2),
    "audit: run chain checks": (1, 0),
    "audit: check chain tonight": (21, 0),  # asking for it is a change of its own
    "audit: note head": (1, 0),
    "operating: call all queues": (0, 0),
    "operating: show life": (4, 0),
    "operating: erase what is over": (60, 8),
    "operating: clear expired sessions": (2, 0),
    "check: clear checks": (1, 0),
    "indexation: index slice": (12, 1),
    "indexation: keep indexing": (6, 0),
    "indexation: tell indexed": (6, 45),
    "family map: keep runs going": (9, 0),
    "family map: call birthdays": (2, 0),
    "family map: assess slice": (8, 1),
    "awards: look after awards": (2, 6),
    "employment.measures: look after contracts": (6, 60),
    "employment.vacancies: keep vacancies": (6, 70),  # three vacancies and an invitation a row
    "employment.vacancies: count market": (6, 0),
    "employment.vacancies: find new matches": (4, 0),
    "employment.vacancies: tell new matches": (4, 0),
    "employment.platform work: read statements": (1, 70),
    "employment.resettlement: end kept": (1, 12),
    "employment.advising: keep terms": (16, 120),  # an offer and a call a row, each with a removal and its notice
    "payments: keep runs going": (5, 0),
    "payments: make orders": (7, 0),  # orders of a part go in together
    "payments: write messages": (4, 0),  # one message of a list
    "payments: read messages": (0, 4),
    "offers: keep preparing": (9, 0),
    "offers: prepare slice": (60, 2),
    "offers: send offers": (3, 1),  # all in one change
    "offers: look after offers": (10, 1),  # all reminders in one change
    "offers: fulfil offers": (3, 700),  # four claims, each decided
}


@pytest.fixture
def centre(office):
    return people.make_office("", office.region)


@pytest.fixture(autouse=True)
def _files_of_its_own(settings, tmp_path):
    settings.EVIDENCE_FOLDER = tmp_path / "evidence"
    settings.PAYMENTS_FOLDER, settings.STATEMENT_FOLDER = tmp_path / "payments", tmp_path / "statements"
    settings.AUDIT_HEADS_FILE, settings.AUDIT_KEY_FILE = tmp_path / "heads", tmp_path / "key"


@pytest.fixture
def reads_answers(monkeypatch):
    """The only room that is given messages from people."""

    def reader(_message):
        """It asks nothing."""

    monkeypatch.setattr(inbound, "takers", [reader])
    return reader


def tasks():
    app.loader.import_default_modules()
    return {name_of(task): task for name, task in app.tasks.items() if not name.startswith("celery.")}


def questions(name):
    runs = {
        "family map: assess slice": Run,
        "indexation: index slice": Indexation,
        "payments: make orders": PaymentRun,
        "offers: prepare slice": Preparation,
    }
    of = [runs[name].objects.latest("pk").pk] if name in runs else []
    puts_away = name == "payments: read messages"  # a file, once what it said is kept for good
    with CaptureQueriesContext(connection) as asked, TestCase.captureOnCommitCallbacks(execute=puts_away):
        tasks()[name](*of)
    return len(asked)


def test_every_task_has_its_numbers():
    """A new task: what waits for it is made in `waiting_rows.py`."""
    assert set(AT_MOST) == set(tasks()) == set(WAITS)


@pytest.mark.parametrize("name", AT_MOST)
def test_a_task_asks_no_more_than_its_numbers(name, request):
    quiet, each = AT_MOST[name]
    WAITS[name](request, FEW)
    few, among_few = questions(name), questions(name)
    WAITS[name](request, MORE)
    many, among_many = questions(name), questions(name)
    assert among_few <= quiet
    assert among_many <= among_few, "what only waits costs questions"
    assert many - few <= each * (MORE - FEW)
