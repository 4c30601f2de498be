"""All that the page of a complaint shows to one of the staff, each part read when the page comes to it."""

from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from socialcode.accounts.models import User
from socialcode.audit.kinds import EventKind
from socialcode.cases.assessing import compute
from socialcode.cases.policies import is_of_office
from socialcode.cases.staff.casefile import Shown
from socialcode.cases.staff.history import DETAILS, Line
from socialcode.decisions.computing import Computed
from socialcode.decisions.models import Decision
from socialcode.law.working_days import working_days_left

from . import policies, terms
from .course import course, events
from .models import Proceeding


@dataclass(frozen=True)
class CaseFile:
    """What an officer reads of a complaint before answering it, and others afterwards."""

    proceeding: Proceeding
    reader: User

    @cached_property
    def computed(self) -> Computed:
        """What the claim comes to by what is known today."""
        return compute(self.proceeding.claim)

    @property
    def today(self) -> Shown:
        return Shown(self.computed.explanation)

    @property
    def differs(self) -> bool:
        """Whether what is known today gives something else than the decision was made on."""
        kept, now = self.proceeding.decision.assessment, self.computed.explanation
        return (kept.outcome, kept.amount) != (now.outcome, now.amount)

    @cached_property
    def answers(self) -> list[Decision]:
        """What was written as the answer, the newest first, each with what others said of it."""
        found = self.proceeding.appeal.decisions.select_related("decided_by").order_by("-pk")
        return list(found.prefetch_related("approvals__by"))

    @cached_property
    def papers(self) -> list:
        return list(self.proceeding.appeal.evidence.present())

    @property
    def may_save(self) -> bool:
        return is_of_office(self.proceeding.claim, self.reader)

    @cached_property
    def steps(self) -> list:
        return course(self.proceeding)

    @cached_property
    def lines(self) -> list[Line]:
        """What was done with it, the newest first."""
        return [
            Line(
                event.at,
                EventKind(event.kind).label,
                event.by_text,
                ", ".join(str(event.details[name]) for name in DETAILS if event.details.get(name)),
            )
            for event in events(self.proceeding).reverse()
        ]

    @property
    def days_left(self) -> int | None:
        """Working days left; negative once they are over, None when it is answered."""
        return working_days_left(timezone.localdate(), self.proceeding.due_on) if self.proceeding.is_open else None

    @property
    def days_over(self) -> int:
        return max(0, -(self.days_left or 0))

    @property
    def took_part(self) -> bool:
        """Whether the reader decided or agreed before: then others answer."""
        return self.reader.pk in policies.took_part(self.proceeding)

    @property
    def goes_to(self):
        """The higher office it goes to if the decision is not set right; None where it is there or there is none."""
        first = policies.may_only_set_right(self.proceeding)
        return terms.higher_than(self.proceeding.office) if first and self.proceeding.is_open else None
