"""What an officer records for a person who came to the office: the person's own act, and the person is told of it."""

from django.utils import translation
from django.utils.translation import gettext as _

from socialcode.broken_constraint import change
from socialcode.cases import policies
from socialcode.cases.access import reader_of
from socialcode.cases.models import Claim, Note
from socialcode.notices.actions import queue_notice
from socialcode.refusal import NotAllowedError, check_reason

from . import applying, working


@change
def answer(*, claim, text, by, shown=None):
    """The person's answer to what the office asked: to the question that the officer was shown."""
    policies.check_speaks_for(claim, by)
    asked = claim.information_requests.filter(closed_at=None).first()
    if asked is None:
        raise NotAllowedError(_("Nothing is asked of the person now."))
    check_reason(text, "text")
    working.answer_information(information_request=asked, answer=text, by=by, shown=shown)
    return _tell_person(claim, by, _answered)


@change
def object_to(*, claim, text, by, shown=None):
    """The person's objection, or that there is nothing to say."""
    policies.check_speaks_for(claim, by)
    hearing = claim.hearings.filter(closed_at=None).first()
    if hearing is None:
        raise NotAllowedError(_("No hearing is open."))
    check_reason(text, "text")
    working.answer_hearing(hearing=hearing, objection=text, by=by, shown=shown)
    return _tell_person(claim, by, _objected)


@change
def withdraw(*, claim, text, by):
    """The person takes the claim back; `text` says how they asked for it, such as by a signed paper."""
    check_reason(text, "text")
    applying.withdraw(claim=claim, by=by, reason=text)
    return _tell_person(claim, by, _withdrew)


def _answered(claim: Claim) -> str:
    return _("Your answer to claim № %(number)s was recorded at the office.") % {"number": claim.number}


def _objected(claim: Claim) -> str:
    return _("Your objection to claim № %(number)s was recorded at the office.") % {"number": claim.number}


def _withdrew(claim: Claim) -> str:
    told = _("Claim № %(number)s was withdrawn at the office as you asked. If you did not ask for it, write to us.")
    return told % {"number": claim.number}


def _tell_person(claim: Claim, by, words) -> Note:
    """A message in the person's language: nobody speaks for them without their knowing."""
    reader = reader_of(claim)
    with translation.override(reader.language):
        note = Note.objects.create(claim=claim, text=words(claim), is_internal=False, by=by)
    queue_notice("message", to=reader, about=claim, claim=claim, note=note)
    return note
