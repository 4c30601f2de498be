"""A claim as its citizen follows it: what happened when, who has it, what is awaited from whom, and by when."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import User
from socialcode.audit.kinds import EventKind
from socialcode.audit.models import Event, type_of
from socialcode.decisions.models import Decision
from socialcode.decisions.policies import is_late_to_appeal, last_day_to_appeal
from socialcode.engine import Provision
from socialcode.explaining.calculation import Condition
from socialcode.notices.models import Letter

from .. import clock
from ..assessing import provision_of
from ..models import Claim, Hearing, InformationRequest
from ..models.claim import CLOSED
from ..policies import UNDECIDED, WITH_THE_OFFICER

Status = Claim.Status

# Events that a citizen reads, told to them and not to an auditor, and what of their details
HAPPENED = {
    EventKind.CLAIM_BEGUN: (_("The claim was begun"), ""),
    EventKind.CONSENT_GIVEN: (_("Consent to look into the registers"), ""),
    EventKind.SOMEBODY_NAMED: (_("You said for whom the claim is"), "name"),
    EventKind.EVIDENCE_ADDED: (_("A paper was added"), "name"),
    EventKind.EVIDENCE_REMOVED: (_("A paper was taken back"), "name"),
    EventKind.EVIDENCE_INFECTED: (_("A virus was found in a paper. The file was erased: add it again"), "name"),
    EventKind.CLAIM_SUBMITTED: (_("The claim was sent"), ""),
    EventKind.CLAIM_TAKEN: (_("An officer took the claim"), ""),
    EventKind.CLAIM_ASSIGNED: (_("The claim was given to an officer"), ""),
    EventKind.CLAIM_TRANSFERRED: (_("The claim was passed to another office"), "reason"),
    EventKind.TERM_ENDED: (_("The days to answer are over. The officer goes on with what is there"), ""),
    EventKind.CLAIM_DECIDED: (_("The officer proposed a decision. A second person looks at it"), ""),
    EventKind.DECISION_RETURNED: (_("The second person gave it back to the officer"), ""),
    EventKind.APPEAL_FILED: (_("You complained of the decision"), "reason"),
    EventKind.APPEAL_WITHDRAWN: (_("You took the complaint back"), "reason"),
    EventKind.APPEAL_SENT_ON: (_("The complaint went to the higher office"), "reason"),
    EventKind.APPEAL_AGREED: (_("The complaint is answered"), ""),
    EventKind.CLAIM_REOPENED: (_("The claim is decided anew"), ""),
    EventKind.CLAIM_WITHDRAWN: (_("The claim was withdrawn"), "reason"),
}
AWAITED = {
    Status.SUBMITTED: _("The office: an officer will take your claim."),
    Status.IN_REVIEW: _("The office: an officer looks at your claim."),
    Status.INFORMATION_ASKED: _("You: answer what the office asks."),
    Status.HEARING: _("You: read what the office plans and say if you do not agree."),
    Status.APPROVAL: _("The office: a second person looks at the decision."),
}
YOU, OFFICE, PORTAL = _("You"), _("The office"), _("The portal")


@dataclass(frozen=True)
class Line:
    """One thing that happened. `text` is what somebody wrote, or empty."""

    at: datetime.datetime
    what: str
    who: str
    text: str = ""


class Following:
    """What the person reads of a claim that was sent: what happened, what is awaited, what they may do."""

    def __init__(self, claim: Claim, user: User):
        self.claim, self.user = claim, user

    @property
    def provision(self) -> Provision:
        return provision_of(self.claim)

    @cached_property
    def lines(self) -> list[Line]:
        """Everything that happened, the newest first."""
        found = [*self._events(), *self._messages(), *self._information_requests(), *self._hearings(), *self._decided()]
        return sorted(found, key=lambda line: line.at, reverse=True)

    def _events(self) -> Iterator[Line]:
        by_rule = Q(kind=EventKind.CLAIM_DECIDED, by_key="")  # told once, as the decision
        for event in Event.objects.about(self.claim).filter(~by_rule, kind__in=HAPPENED):
            what, detail = HAPPENED[event.kind]
            yield Line(event.at, str(what), self._who(event.by_key), event.details.get(detail, ""))

    def _who(self, by_key: str) -> str:
        if not by_key:
            return str(PORTAL)
        if by_key == str(self.user.pk):
            return str(YOU)
        return self._other_side.get(by_key, str(OFFICE))

    @cached_property
    def _other_side(self) -> dict[str, str]:
        """By their account: who applies and for whom, where these are two; each follows the claim."""
        if self.claim.acting is None:
            return {}
        names = {person.iin: person.full_name for person in (self.claim.person, self.claim.applicant)}
        return {str(user.pk): names[user.iin] for user in User.objects.filter(iin__in=names)}

    def _messages(self) -> Iterator[Line]:
        for note in self.claim.notes.filter(is_internal=False):
            yield Line(note.at, gettext("Message"), self._who(str(note.by_id)), note.text)

    @cached_property
    def information_requests(self) -> list[InformationRequest]:
        return list(self.claim.information_requests.order_by("pk"))

    @cached_property
    def hearings(self) -> list[Hearing]:
        return list(self.claim.hearings.order_by("pk"))

    def _information_requests(self) -> Iterator[Line]:
        for information_request in self.information_requests:
            yield Line(
                information_request.asked_at,
                gettext("The office asks you to mend or add something"),
                str(OFFICE),
                information_request.text,
            )
            if information_request.answered_at:
                yield Line(
                    information_request.answered_at, gettext("You answered"), str(YOU), information_request.answer
                )

    def _hearings(self) -> Iterator[Line]:
        for hearing in self.hearings:
            yield Line(hearing.opened_at, gettext("The office told you what it plans"), str(OFFICE), hearing.planned)
            if hearing.heard_at:
                yield Line(hearing.heard_at, gettext("You said what you think of it"), str(YOU), hearing.objection)

    def _decided(self) -> Iterator[Line]:
        if self.decision:
            who = self.decision.decider if self.decision.is_by_rule else str(OFFICE)
            yield Line(self.claim.closed_at, gettext("The decision was made"), who)

    @property
    def information_request(self) -> InformationRequest | None:
        """What the office waits for now."""
        return next((asked for asked in self.information_requests if asked.closed_at is None), None)

    @property
    def hearing(self) -> Hearing | None:
        return next((hearing for hearing in self.hearings if hearing.closed_at is None), None)

    @cached_property
    def decision(self) -> Decision | None:
        """The decision once it has taken effect; before, nobody outside the office sees it."""
        if self.claim.status not in (Status.GRANTED, Status.REFUSED):
            return None
        return self.claim.decisions.order_by("pk").last()

    @cached_property
    def last_day_to_complain(self) -> datetime.date | None:
        """Of the decision that has taken effect; None where there is none."""
        return last_day_to_appeal(self.decision) if self.decision and self.decision.in_effect_since else None

    @property
    def is_late_to_complain(self) -> bool:
        return bool(self.last_day_to_complain) and is_late_to_appeal(self.decision)

    @property
    def unmet(self) -> list[Condition]:
        """The conditions a refusal names, in the reader's language."""
        return [
            Condition("unmet", _translated(row["sentence"]), row["article"], _translated(row["otherwise"]))
            for row in self.decision.unmet
        ]

    @cached_property
    def letter(self) -> Letter | None:
        """The newest letter about the claim that the reader may open; None before the first."""
        about = {"notice__about_type": type_of(self.claim), "notice__about_key": str(self.claim.pk)}
        readable = Q(notice__to=self.claim.person) | Q(notice__to__iin=self.user.iin)
        return Letter.objects.filter(readable, **about).defer("pdf").order_by("pk").last()

    @property
    def awaited(self) -> str:
        return str(AWAITED.get(self.claim.status, ""))

    @property
    def days_left(self) -> int:
        """Working days until the office has to decide; negative once the term is over."""
        return clock.days_left(self.claim)

    @property
    def days_over(self) -> int:
        return max(0, -self.days_left)

    @cached_property
    def papers(self):
        return list(self.claim.evidence.present())

    @property
    def is_open(self) -> bool:
        return self.claim.status not in CLOSED

    @property
    def may_add_papers(self) -> bool:
        return self.claim.status in UNDECIDED

    @property
    def may_withdraw(self) -> bool:
        return self.claim.status in (Status.SUBMITTED, *WITH_THE_OFFICER)


def _translated(sentence: str) -> str:
    return gettext(sentence) if sentence else ""
