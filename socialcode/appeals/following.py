"""A complaint as the person reads it: what happened, the answer, the papers, what they may do."""

from collections.abc import Iterator
from functools import cached_property

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import User
from socialcode.audit.kinds import EventKind
from socialcode.audit.models import type_of
from socialcode.cases.citizen.following import OFFICE, PORTAL, YOU, Line
from socialcode.decisions.models import Decision
from socialcode.notices.models import Letter
from socialcode.refusal import objection

from . import policies
from .course import events
from .models import Proceeding

HAPPENED = {  # told to the person, and not to an auditor
    EventKind.APPEAL_FILED: _("The complaint was sent"),
    EventKind.APPEAL_TAKEN: _("An officer who took no part in the decision looks at it"),
    EventKind.APPEAL_SENT_ON: _("The complaint went to the higher office"),
    EventKind.APPEAL_LATE: _("The days to answer are over. The head of the office was told"),
    EventKind.APPEAL_ANSWERED: _("The officer wrote the answer. A second person looks at it"),
    EventKind.APPEAL_RETURNED: _("The second person gave it back to the officer"),
    EventKind.APPEAL_AGREED: _("The complaint is answered"),
    EventKind.APPEAL_WITHDRAWN: _("The complaint was taken back"),
    EventKind.APPEAL_SET_RIGHT: _("The office proposed another amount. A second person looks at it"),
}
TOLD = (EventKind.APPEAL_SENT_ON, EventKind.APPEAL_WITHDRAWN)  # whose reason the person reads here


class Following:
    """What the person reads of a complaint and may do with it."""

    def __init__(self, proceeding: Proceeding, user: User):
        self.proceeding, self.user = proceeding, user

    @cached_property
    def lines(self) -> list[Line]:
        """Everything that happened, the newest first."""
        return list(self._lines())[::-1]

    def _lines(self) -> Iterator[Line]:
        for event in events(self.proceeding).filter(kind__in=HAPPENED):
            text = event.details.get("reason", "") if event.kind in TOLD else ""
            yield Line(event.at, str(HAPPENED[event.kind]), self._who(event.by_key), text)

    def _who(self, by_key: str) -> str:
        if not by_key:
            return str(PORTAL)
        return str(YOU if by_key == str(self.user.pk) else OFFICE)

    @cached_property
    def answer(self) -> Decision | None:
        """The answer once it has taken effect; before, nobody outside the office sees it."""
        return None if self.proceeding.is_open or self.proceeding.state == "withdrawn" else self.proceeding.answer

    @cached_property
    def letter(self) -> Letter | None:
        """The letter with the answer; None before it."""
        about = {"notice__about_type": type_of(self.proceeding), "notice__about_key": str(self.proceeding.pk)}
        return (
            Letter.objects.filter(**about, notice__to__iin=self.user.iin).select_related("notice").defer("pdf").last()
        )

    @cached_property
    def papers(self) -> list:
        return list(self.proceeding.appeal.evidence.present())

    @property
    def may_add_papers(self) -> bool:
        return not objection(policies.check_can_add_papers, self.proceeding, self.user)

    @property
    def may_withdraw(self) -> bool:
        return self.proceeding.is_open

    @property
    def look(self) -> str:
        """The look of its state."""
        return {"upheld": "success", "partly": "success", "refused": "error", "withdrawn": "unknown"}.get(
            self.proceeding.state, "info"
        )

    @property
    def answered_by(self) -> str:
        """Which office answered, in the reader's language."""
        return gettext("Answered by: %(office)s") % {"office": self.proceeding.office.name}
