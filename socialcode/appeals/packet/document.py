"""The packet as a PDF in the language of who asked for the payment, with how much is in it and its fingerprint."""

import hashlib
import json
from dataclasses import dataclass

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from socialcode.cases.access import reader_of
from socialcode.cases.models import Claim
from socialcode.decisions.models import Decision
from socialcode.typesetting import typeset

from . import decided, happened
from .parts import Part, Table


@dataclass(frozen=True)
class Packet:
    """`sha256` is of what is in it, as it is printed at its end; that of the file is another."""

    pdf: bytes
    sha256: str
    parts: list[Part]


def packet(claim: Claim, decision: Decision) -> Packet:
    """All that a decision was made of."""
    language = reader_of(claim).language
    with translation.override(language):
        parts = _parts(claim, decision)
        digest = hashlib.sha256(
            json.dumps([part.as_data() for part in parts], ensure_ascii=False, sort_keys=True).encode()
        ).hexdigest()
        data = {
            "language": language,
            "portal": _("Social Code"),
            "office": claim.office.name,
            "title": _("All papers of the decision on claim № %(number)s") % {"number": claim.number},
            "made": decided.moment(timezone.now()),
            "none": _("none"),
            "page": _("page"),
            "parts": [part.as_data() for part in parts],
            "digest_label": _("Fingerprint of all that stands here"),
            "digest": digest,
        }
        return Packet(typeset("appeals/packet.typ", data), digest, parts)


def _parts(claim: Claim, decision: Decision) -> list[Part]:
    inner = [
        decided.decision_part(claim, decision),
        decided.approvals_part(decision),
        decided.sums_part(decision),
        *decided.computation_parts(decision),
        decided.facts_part(claim, decision),
        happened.papers_part(claim),
        happened.messages_part(claim),
        happened.complaints_part(claim),
        decided.letters_part(claim),
        happened.looks_part(claim),
        happened.events_part(claim),
    ]
    return [_who(claim), _contents(inner), *inner]


def _who(claim: Claim) -> Part:
    pairs = [
        (_("Payment"), claim.title),
        (_("Person"), f"{claim.person.full_name}, {_('IIN')} {claim.person.iin}"),
        (_("For whom"), claim.is_for.full_name if claim.is_for else ""),
        (_("Who applies"), claim.applicant.full_name if claim.acting else ""),
        (_("Sent"), decided.moment(claim.submitted_at)),
        (_("Office"), claim.office.name),
    ]
    return Part(_("The claim"), pairs=tuple(pair for pair in pairs if pair[1]))


def _contents(parts: list[Part]) -> Part:
    """How many lines each part has: whoever counts finds that nothing is missing."""
    rows = [[part.title, str(len(part.table.rows))] for part in parts if part.table]
    return Part(_("What is in it"), table=Table([_("Part"), _("Lines")], rows, [6, 1]))
