"""The packet of a decision as a file: for the person, and for one of the staff who may open the claim."""

from django.http import HttpResponse
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from socialcode.appeals import access, policies
from socialcode.appeals.packet.document import packet
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.cases.citizen.doors import signed_in

COPY = gettext_noop("A copy of all papers of a decision")


@require_GET
@never_cache
@signed_in
def save(request, key):
    """All that a decision was made of, as a PDF. That it was made is written down with its fingerprint: who has a copy
    can show later what was in it."""
    decision = access.open_for_copy(key, by=request.user, purpose=COPY)
    claim = policies.claim_of(decision)
    made = packet(claim, decision)
    record(EventKind.PACKET_MADE, on=claim, by=request.user, sha256=made.sha256)
    name = f"decision-{claim.number}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(made.pdf, content_type="application/pdf", headers=headers)
