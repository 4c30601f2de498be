"""Moves whose contract has run out, and statements of platforms that wait to be read."""

import datetime
import hashlib
import uuid

from django.conf import settings
from django.utils import timezone

from employment.platform_work.models import Statement
from employment.resettlement.actions import applying
from employment.resettlement.models import Contract, Move
from socialcode.people.models import Organisation

from . import people
from .accounts import make_user
from .signing import sent_code

HEAD = "iin,received_on,month,income,tax,pension,employer_pension,social,health\n"
DAY = datetime.timedelta(days=1)


def sign_move(move, by) -> Move:
    """The person signs with the code that came."""
    asked = applying.ask_code(move=move, by=by)
    return applying.sign(move=move, asked=asked, code=sent_code(), by=by)


def make_kept_move(office) -> Move:
    """A contract whose last day was yesterday."""
    today = timezone.localdate()
    move = Move.objects.create(
        person=people.make_person(),
        office=office,
        kind="settler",
        goes_to="pavlodar",
        year=today.year,
        persons=1,
        iban="KZ86125KZT5004100100",
        state="moving",
        due_on=today,
    )
    days = {"since": today - 100 * DAY, "until": today - DAY}
    signed = {"signed_by": people.make_staff("officer", office), "person_signed_at": timezone.now()}
    Contract.objects.create(move=move, **signed, **days)
    return move


def make_statement() -> Statement:
    """A file with a row of one performer, sent by an operator of its own."""
    number = f"9901400{people.next_number() % 100000:05d}"
    operator = Organisation.objects.create(bin=number, name=f"Platform {number}", kind="other", region="750000000")
    text = f"{HEAD}{people.make_person().iin},2026-11-05,2026-10-01,1000,0,10,10,10,10\n".encode()
    settings.STATEMENT_FOLDER.mkdir(parents=True, exist_ok=True)
    statement = Statement(
        key=uuid.uuid4(),
        operator=operator,
        sha256=hashlib.sha256(text).hexdigest(),
        name="october.csv",
        size=len(text),
        sent_by=make_user(f"{number}@example.org", "Invented Operator"),
    )
    statement.place.write_bytes(text)
    statement.save()
    return statement
