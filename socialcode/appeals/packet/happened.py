"""Of a packet: what was said and added, who looked, and every event with its place in the chain."""

from django.utils.translation import gettext as _

from socialcode.accounts.models import Office, Role
from socialcode.audit import chain
from socialcode.audit.kinds import EventKind, kind_in_words
from socialcode.audit.models import Event, Link
from socialcode.cases.models import Claim
from socialcode.cases.staff.history import messages

from .decided import moment
from .parts import Part, Table


def messages_part(claim: Claim) -> Part:
    """What the person and the office wrote to one another, oldest first; notes among the staff are not in it."""
    lines = sorted(messages(claim), key=lambda line: line.at)
    rows = [[moment(line.at), str(line.what), str(line.who).partition(" <")[0], line.text] for line in lines]
    return Part(_("Messages"), table=Table([_("When"), _("What was done"), _("Who"), _("Text")], rows, [3, 3, 3, 7]))


def complaints_part(claim: Claim) -> Part:
    """Complaints about decisions on the claim, and what came of them."""
    rows = []
    for proceeding in claim.proceedings.select_related("appeal__filed_by", "office").order_by("pk"):
        answer = None if proceeding.is_open else proceeding.answer
        text = "\n".join(
            filter(None, (proceeding.appeal.text, proceeding.appeal.late_because, answer and answer.reason))
        )
        rows.append([proceeding.number, moment(proceeding.appeal.filed_at), proceeding.get_state_display(), text])
    head = [_("Complaint"), _("When"), _("Where it stands"), _("Text")]
    return Part(_("Complaints"), table=Table(head, rows, [3, 3, 3, 7]))


def papers_part(claim: Claim) -> Part:
    """The papers with the fingerprints of their files: whoever has a file can tell whether it is the one."""
    rows = [
        [
            paper.document.name,
            moment(paper.added_at),
            _("taken back") if paper.removed_at else _("there"),
            paper.sha256,
        ]
        for paper in claim.evidence.select_related("document").order_by("pk")
    ]
    return Part(_("Papers"), table=Table([_("Name"), _("Added"), "", "SHA-256"], rows, [4, 3, 2, 6]))


def looks_part(claim: Claim) -> Part:
    """Every look of the staff at the people of the claim in this case: by which role, of which office, why."""
    found = Event.objects.filter(kind=EventKind.PERSON_SEEN, details__case=claim.number, **_of_people(claim))
    offices = {office.code: office.name for office in Office.objects.all()}
    rows = [
        [
            moment(event.at),
            str(Role(event.details["role"]).label),
            offices.get(event.details["office"], event.details["office"]),
            translated(event.details["purpose"]),
        ]
        for event in found.order_by("pk")
    ]
    head = [_("When"), _("Role"), _("Office"), _("Why")]
    return Part(_("Who looked at the data"), table=Table(head, rows, [3, 3, 4, 4]))


def events_part(claim: Claim) -> Part:
    """Every event with its place in the chain and its hash, and the chain's head: none can be changed unseen."""
    events = list(Event.objects.about(claim))
    places = {link.event_id: link for link in Link.objects.filter(event_id__in=[event.pk for event in events])}
    rows = []
    for event in events:
        link = places.get(event.pk)
        place, digest = (str(link.place), bytes(link.hash).hex()) if link else ("–", "–")
        rows.append([moment(event.at), str(kind_in_words(event.kind)), event.by_text.partition(" <")[0], place, digest])
    head = chain.head()
    words = (_("Head of the chain: %(hash)s, place %(place)s") % {"hash": head[0], "place": head[1]},) if head else ()
    return Part(
        _("Everything that was done"),
        words,
        table=Table(
            [_("When"), _("What was done"), _("Who"), _("Place"), _("Hash of its link")], rows, [3, 4, 3, 1, 5]
        ),
    )


def translated(said: str) -> str:
    """A purpose: a sentence of the portal, or what one of the staff typed."""
    return _(said) if said else ""


def _of_people(claim: Claim) -> dict:
    people = {person.pk for person in (claim.person, claim.subject, claim.applicant) if person}
    return {"on_type": "people.person", "on_key__in": [str(pk) for pk in people]}
