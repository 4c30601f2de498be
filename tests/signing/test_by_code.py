"""Signing by a code: by the person alone, with the code that went to the phone, and the text that was shown."""

import datetime

import pytest
from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.models import Event
from socialcode.refusal import NotAllowedError
from socialcode.signing.actions import by_code
from socialcode.signing.models import Signature
from tests.factories import people
from tests.factories.signing import sent_code

pytestmark = pytest.mark.django_db
TEXT = "We agree that the first step is a course."


@pytest.fixture
def asked(office, mother, citizen):
    return by_code.ask(of=office, called="Decision", text=TEXT, person=mother, by=citizen)


def test_a_person_signs_what_they_were_shown(asked, office, mother, citizen):
    signed = by_code.sign(asked=asked, code=sent_code(), text=TEXT, by=citizen)
    assert (signed.text, signed.signed_at is not None) == (TEXT, True)
    assert Signature.objects.of(office).given().get().person == mother
    assert Event.objects.filter(kind=EventKind.SIGNED_BY_CODE).count() == 1
    with pytest.raises(NotAllowedError, match="already"):
        by_code.sign(asked=asked, code=sent_code(), text=TEXT, by=citizen)
    with pytest.raises(NotAllowedError, match="already"):
        by_code.ask(of=office, called="Decision", text=TEXT, person=mother, by=citizen)


def test_the_code_itself_is_not_kept(asked):
    assert sent_code() not in asked.code


def test_another_text_is_not_signed(asked, citizen):
    with pytest.raises(NotAllowedError, match="text has changed"):
        by_code.sign(asked=asked, code=sent_code(), text=f"{TEXT} And a second.", by=citizen)
    assert not Signature.objects.given().exists()


def test_wrong_codes_use_up_the_tries(asked, citizen):
    wrong = f"{(int(sent_code()) + 1) % 1_000_000:06d}"
    for _time in range(3):
        assert by_code.sign(asked=asked, code=wrong, text=TEXT, by=citizen) is None
    with pytest.raises(NotAllowedError, match="not good any more"):
        by_code.sign(asked=asked, code=sent_code(), text=TEXT, by=citizen)


def test_an_old_code_signs_nothing(asked, citizen):
    Signature.objects.update(asked_at=timezone.now() - datetime.timedelta(minutes=11))
    with pytest.raises(NotAllowedError, match="not good any more"):
        by_code.sign(asked=asked, code=sent_code(), text=TEXT, by=citizen)


def test_nobody_signs_for_another(office, mother, father, officer):
    for by in (people.make_account(father), officer):
        with pytest.raises(NotAllowedError, match="Only the person"):
            by_code.ask(of=office, called="Decision", text=TEXT, person=mother, by=by)


def test_not_many_codes_an_hour(office, mother, citizen):
    for _time in range(5):
        by_code.ask(of=office, called="Decision", text=TEXT, person=mother, by=citizen)
    with pytest.raises(NotAllowedError, match="Many codes"):
        by_code.ask(of=office, called="Decision", text=TEXT, person=mother, by=citizen)
