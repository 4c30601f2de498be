"""Payments granted here are facts again: the rows of awards, and words to say which of them."""

from django.db.models import TextField, Value
from django.db.models.functions import TruncDate

from socialcode.awards.models import Award
from socialcode.engine import first_known, one_of
from socialcode.engine.derived import where
from socialcode.people.models import LegalRepresentation, Register
from socialcode.registers.derived.periods import in_force, newest
from socialcode.registers.frames.sources import Source, grown_on, named, sources

OF_AWARDS = {"register": Value(Register.AWARDS, output_field=TextField()), "received": "decision__decided_at"}
COLUMNS = named(
    "provision", "amount", "since", "until", "state", receiver="person_id", granted_on=TruncDate("decision__decided_at")
)
OF_CHILD = "represented__awards_about__"
sources.add(
    Source("awards", Award.objects.all(), COLUMNS, **OF_AWARDS),
    Source("awards_about", Award.objects.all(), COLUMNS, person="subject_id", **OF_AWARDS),
    Source(
        "awards_of_children",
        LegalRepresentation.objects.exclude(represented__awards_about=None),
        named(
            tie_since="since",
            tie_until="until",
            grown_on=grown_on("represented__"),
            provision=f"{OF_CHILD}provision",
            since=f"{OF_CHILD}since",
            until=f"{OF_CHILD}until",
            state=f"{OF_CHILD}state",
            receiver=f"{OF_CHILD}person_id",
        ),
        person="representative_id",
        register=OF_AWARDS["register"],
        received=f"{OF_CHILD}decision__decided_at",
        of_asker=True,
    ),
)


def paid(awards, on, *provisions):
    """Awards of the provisions (of any if none is named) that are paid on the day."""
    found = where(in_force(awards, on), in_force(awards, on).state == "in_payment")
    return where(found, one_of(found.provision, *provisions)) if provisions else found


def newest_paid(awards, on, provision):
    """The award of a provision that is paid on the day; of several the newest."""
    return newest(paid(awards, on, provision))


def paid_to_the_end(awards, last_day, provision):
    """Awards of a provision that were paid up to a day and on it."""
    lasts = (awards.since <= last_day) & first_known(awards.until >= last_day, False)
    return where(awards, one_of(awards.provision, provision) & (awards.state == "in_payment") & lasts)


def to_others(awards, asker):
    """Those of the awards that somebody else than who asks receives."""
    return where(awards, first_known(awards.receiver != asker, True))
