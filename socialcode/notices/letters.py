"""Letters: a PDF with a code by which anybody can check on the portal that it is genuine."""

import hashlib
import io
import re

import segno
from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from socialcode.accounts.models import Office
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.people.models import Person
from socialcode.templatetags.portal import day
from socialcode.typesetting import typeset

from .models import CODE_LETTERS, Letter, Notice, verification_code
from .texts import paragraphs

CODE = re.compile(rf"[{CODE_LETTERS}]{{4}}(?:-[{CODE_LETTERS}]{{4}}){{3}}")
NO_CODE = re.compile(rf"[^{CODE_LETTERS}]")


def as_file(letter: Letter) -> HttpResponse:
    """The letter as it was issued, as a browser keeps it: a file that no cache holds."""
    return HttpResponse(
        bytes(letter.pdf),
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="letter-{letter.number}.pdf"',
            "Cache-Control": "private, no-store",
        },
    )


def issue(notice: Notice, *, office: Office, number: str, text: str) -> Letter:
    """Typeset and keep the letter of a notice, in the notice's language. Empty lines part the paragraphs of `text`."""
    code, issued_at = verification_code(), timezone.now()
    with translation.override(notice.language):
        pdf = typeset(
            "notices/letter.typ",
            {
                "language": notice.language,
                "portal": _("Social Code"),
                "office": office.name,
                "title": notice.subject,
                "to": notice.to.full_name,
                "issued": _("%(day)s, No %(number)s") % {"day": day(issued_at), "number": number},
                "paragraphs": paragraphs(text),
                "check": _("Anybody can check that this letter is genuine: scan the picture or enter the code at"),
                "address": settings.PORTAL_ADDRESS + reverse("notices:verify"),
                "code_label": _("Code of this letter"),
                "code": code,
                "page": _("page"),
                "picture": _picture(settings.PORTAL_ADDRESS + reverse("notices:verified", args=[code])),
            },
        )
    letter = Letter.objects.create(
        notice=notice,
        office=office,
        number=number,
        code=code,
        pdf=pdf,
        sha256=hashlib.sha256(pdf).hexdigest(),
        issued_at=issued_at,
    )
    record(EventKind.LETTER_ISSUED, on=letter, by=None, number=number, sha256=letter.sha256)
    return letter


def _picture(address: str) -> str:
    """A QR code as SVG."""
    drawing = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawing, kind="svg", border=0)
    return drawing.getvalue().decode()


def read_code(typed: str) -> str | None:
    """A code as it is printed, however it was typed; None for what cannot be one."""
    letters = NO_CODE.sub("", typed.upper())
    code = "-".join(letters[place : place + 4] for place in range(0, len(letters), 4))
    return code if CODE.fullmatch(code) else None


def initials(person: Person) -> str:
    """All that a stranger who checks a letter learns of whom it is for."""
    return " ".join(f"{name[0]}." for name in (person.surname, person.given_name) if name)
