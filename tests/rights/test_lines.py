"""What operators read says nothing of a person: neither on the usual way of a claim nor where something fails."""

import io
import json
import logging

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from socialcode.operating import logs
from socialcode.people.models import Person
from tests.cast import IBAN

from .addresses import ADDRESSES
from .test_queries import reader_of

pytestmark = pytest.mark.django_db
PAGES = (
    "cases:claim",
    "work:queue",
    "work:case",
    "work:family",
    "registers:page",
    "notices:notice",
    "work:original",
)
SAID = "Баламның анықтамасы жоғалды"


@pytest.fixture(params=[logs.Json, logs.Lines])
def lines(request):
    """What the handler of the settings would write, of all levels."""
    handler, root = logging.StreamHandler(io.StringIO()), logging.getLogger()
    handler.setFormatter(request.param())
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield handler.stream
    root.removeHandler(handler)
    root.setLevel(level)


def personal(person):
    return {person.iin, person.phone, person.phone[1:], person.surname, person.given_name, person.key.hex, IBAN, SAID}


def walk(world, signed_in):
    """A claim from its beginning to the award, seen by everybody whom it concerns."""
    assert world.paper
    assert world.in_effect
    for line in PAGES:
        row = ADDRESSES[line]
        browser = signed_in(world.cast[reader_of(row)])
        assert browser.get(reverse(line, kwargs=row.where(world))).status_code == 200
    found = signed_in(world.by.officer).post("/work/search/", {"q": world.mother.iin})
    assert found.status_code < 400
    assert signed_in(None).get("/verify/ABCD-EFGH-JKLM-NPQR/").status_code == 404
    signed_in(world.by.owner).post(f"/claims/{world.submitted.key}/message/", {"text": SAID})


def fail(world):
    """Errors that quote what they failed with."""
    log, mother = logging.getLogger("socialcode.cases"), world.mother
    try:
        with transaction.atomic():
            Person.objects.create(iin=mother.iin, surname=mother.surname, given_name=SAID, birth_date="1990-01-15")
    except IntegrityError:
        log.exception("It failed for %s, %s", mother, mother.phone)
    for wrong in (f"no number: {mother.iin!r}", f"+7 ({mother.phone[2:5]}) {mother.phone[5:]}", mother.full_name, IBAN):
        try:
            raise ValueError(wrong)
        except ValueError as error:
            log.error("%s", error, exc_info=error)


def test_no_line_tells_of_a_person(world, signed_in, lines):
    walk(world, signed_in)
    fail(world)

    written = lines.getvalue()
    assert "work:case" in written
    assert "IntegrityError" in written
    assert not {word for word in personal(world.mother) if word in written}
    assert "ABCD-EFGH" not in written


def test_a_line_names_request_user_and_office_by_keys(world, signed_in):
    handler = logging.StreamHandler(io.StringIO())
    handler.setFormatter(logs.Json())
    access = logging.getLogger("socialcode.access")
    access.addHandler(handler)
    try:
        answer = signed_in(world.by.officer).get("/work/")
    finally:
        access.removeHandler(handler)

    line = json.loads(handler.stream.getvalue())
    assert line["request"] == answer.headers["X-Request-ID"]
    assert (line["user"], line["office"]) == (str(world.by.officer.key), world.office.code)
    assert (line["method"], line["route"], line["status"], line["from"]) == ("GET", "work:queue", 200, "127.0.0.1")
    assert line["at"].endswith("+00:00")
