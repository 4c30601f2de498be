"""What a person is told on the way of a claim: every kind, in three languages, with a letter that can be checked."""

import datetime
import hashlib
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from socialcode.audit.models import Event
from socialcode.cases.actions import deciding, working
from socialcode.cases.ruling import Ruling
from socialcode.notices import sms
from socialcode.notices.models import Delivery, Letter, Notice
from socialcode.notices.texts import written
from tests.factories import people
from tests.factories.claims import GRANT

LANGUAGES = ("kk", "ru", "en")
LONGEST_SMS = 2  # parts
pytestmark = pytest.mark.django_db


@pytest.fixture
def decided(submitted, officer, approver):
    """Decide on the claim as an officer and an approver do, and give back what the person was told."""

    def decide(ruling):
        submitted.refresh_from_db()
        claim = submitted if submitted.assigned_to_id else working.take_next(by=officer)
        deciding.approve(decision=deciding.decide(claim=claim, ruling=ruling, by=officer), by=approver)
        return Notice.objects.latest("pk")

    return decide


@pytest.fixture
def heard(submitted, officer, citizen):
    claim = working.take_next(by=officer)
    hearing = working.open_hearing(claim=claim, planned="The papers & the register differ.", by=officer)
    working.answer_hearing(hearing=hearing, objection="", by=citizen)
    return claim


def words_of(letter):
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(bytes(letter.pdf))).pages)
    return " ".join(text.replace("\u202f", " ").split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_is_told_in_the_persons_language(mother, language, submitted, officer, citizen):
    mother.language = submitted.person.language = language
    mother.save()
    claim = working.take_next(by=officer)
    working.write(claim=claim, text="Which school & class is it?", is_internal=False, by=officer)
    information_request = working.ask_information(claim=claim, text="Add the birth certificate.", by=officer)
    working.answer_information(information_request=information_request, answer="Added.", by=citizen)
    hearing = working.open_hearing(claim=claim, planned="The papers & the register differ.", by=officer)
    working.answer_hearing(hearing=hearing, objection="", by=citizen)
    working.transfer(claim=claim, office=people.make_office("103400000"), reason="She has moved there.", by=officer)
    told = list(Notice.objects.filter(language=language).order_by("pk"))
    kinds = [notice.kind for notice in told]
    assert kinds[-4:] == ["message", "correction_asked", "hearing_opened", "claim_handed_over"]
    assert [notice.answer_by for notice in told[-4:]] == [None, information_request.due_on, hearing.due_on, None]
    for notice in told:
        assert claim.number in notice.subject
        assert "&amp;" not in notice.text
        assert claim.title not in notice.text or language == "en"
        short = notice.deliveries.get(channel=Delivery.Channel.SMS).text
        assert claim.number in short
        assert sms.parts(short) <= LONGEST_SMS, short
    for kind in ("reminder_correction", "reminder_hearing"):
        named = {"claim": claim, "waiting": information_request if kind == "reminder_correction" else hearing}
        short = written(kind, "sms", language, named)
        assert claim.number in short
        assert sms.parts(short) <= LONGEST_SMS, short
        assert claim.number in written(kind, "subject", language, named)
        assert (information_request.text if kind == "reminder_correction" else hearing.planned) in written(
            kind, "text", language, named
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_grant_comes_with_a_letter(mother, decided, language):
    mother.language = language
    mother.save()
    notice = decided(GRANT)
    assert notice.kind == "decision_grant"
    assert "164 350 ₸" in notice.text.replace("\u202f", " ")
    letter = notice.letter
    assert hashlib.sha256(letter.pdf).hexdigest() == letter.sha256
    text = words_of(letter)
    for said in ("164 350 ₸", letter.code, letter.number, mother.full_name, letter.office.name, "0100", "/verify/"):
        assert said in text
    assert sms.parts(notice.deliveries.get().text) <= LONGEST_SMS
    assert "164" not in notice.deliveries.get().text
    assert Event.objects.about(letter).get().details["sha256"] == letter.sha256


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_says_why_and_how_to_complain(mother, heard, decided, language):
    mother.language = language
    mother.save()
    reason = "The birth was entered <twice>, see #1 & *2*."
    notice = decided(Ruling("refuse", reason=reason, override_reason="A register was found to be wrong."))
    letter = words_of(Letter.objects.get())
    for said in (reason, "A register was found to be wrong."):
        assert said in notice.text
        assert said in letter
    assert "3 " in letter.partition("A register was found to be wrong.")[2]
    assert sms.parts(notice.deliveries.get().text) <= LONGEST_SMS


def test_a_partial_grant_says_both(heard, decided):
    half = "Half was paid already."
    notice = decided(replace(GRANT, kind="partly", reason=half, amount=82_175, override_reason=half))
    assert "82 175 ₸ once" in notice.text.replace("\u202f", " ")
    assert notice.text.count("Half was paid already.") == 2


def test_unmet_conditions_are_named_in_the_persons_language(mother, heard, decided):
    mother.language = "ru"
    mother.save()
    heard.on = datetime.date(2027, 10, 1)
    heard.save()
    notice = decided(Ruling("refuse", reason="She came more than a year too late."))
    assert "• Срок подачи заявления ещё не прошёл (Социальный кодекс, пункт 3 статьи 79)" in notice.text
