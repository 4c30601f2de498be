"""All that the pages of an award show of it."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from django.utils import timezone
from django.utils.translation import gettext

from socialcode.engine import Provision
from socialcode.engine.days import end_of_month, months_after
from socialcode.people.iban import written

from .life import Owed
from .models import Award, Change, Circumstance, Pause, Term
from .planning import Difference, Plan, ground_of, life_of, planned, provision_of
from .returning import Returning

MONTHS_SHOWN = 12


@dataclass(frozen=True)
class Paused:
    """An open pause with the ways in which it can go on, in the reader's words."""

    pause: Pause
    sentence: str
    ways: list[str]


@dataclass(frozen=True)
class Years:
    """The months of one year, as they are worth."""

    year: int
    months: list[Owed]
    total: Decimal


class AwardFile:
    """One award with what it is worth, what pauses it, what was done to it and what waits."""

    def __init__(self, award: Award):
        self.award = award

    @property
    def provision(self) -> Provision:
        return provision_of(self.award)

    @property
    def account(self) -> str:
        return written(self.award.iban) if self.award.iban else ""

    @cached_property
    def terms(self) -> list[Term]:
        return list(self.award.terms.in_effect().select_related("indexation").order_by("-since"))

    @property
    def now(self) -> Term | None:
        """What it is worth today; of one that begins later, from its first day."""
        today = timezone.localdate()
        begun = [term for term in self.terms if term.since <= today]
        return (begun or self.terms[-1:] or [None])[0]

    @cached_property
    def pauses(self) -> list[Paused]:
        """What pauses it now."""
        found = []
        for pause in self.award.pauses.filter(paid_from=None).order_by("since"):
            pause.award = self.award
            ground = ground_of(pause)
            ways = [f"{gettext(one.when)}. {gettext(one.from_day.words)}" for one in (ground.resumes if ground else ())]
            found.append(Paused(pause, gettext(pause.sentence), ways))
        return found

    @cached_property
    def changes(self) -> list[Change]:
        """What was done to it, the newest first."""
        return list(self.award.changes.filter(state=Change.State.IN_EFFECT).select_related("decision").order_by("-pk"))

    @property
    def goes_back_to_a_claim(self) -> bool:
        """Whether one may complain of what was decided about it: what was agreed in a contract goes to court."""
        return self.award.decision.claim_id is not None

    @cached_property
    def proposed(self) -> Change | None:
        """What waits for another person."""
        waiting = self.award.changes.filter(state=Change.State.PROPOSED)
        found = waiting.select_related("decision__decided_by", "decision__assessment", "pause", "payee").first()
        if found:
            found.award = self.award
        return found

    @cached_property
    def plan(self) -> Plan | None:
        return planned(self.proposed) if self.proposed else None

    @property
    def differences(self) -> list[Difference]:
        return shown_differences(self.plan) if self.plan else []

    @cached_property
    def news(self) -> list[Circumstance]:
        """What was told or found and nobody has settled."""
        return list(self.award.circumstances.filter(closed_at=None).order_by("made_at"))

    @cached_property
    def told(self) -> list[Circumstance]:
        """All news, the newest first."""
        return list(self.award.circumstances.order_by("-made_at"))

    @cached_property
    def overpayments(self) -> list[Returning]:
        """What was paid too much, the oldest first."""
        found = self.award.overpayments.filter(amount__gt=0).order_by("pk")
        for one in found:
            one.award = self.award
        return [Returning(one) for one in found]

    @cached_property
    def months(self) -> list[Owed]:
        """The last months of what it is worth, the newest first."""
        return list(life_of(self.award).months(timezone.localdate()))[-MONTHS_SHOWN:][::-1]

    @property
    def years(self) -> list[Years]:
        grouped = ((year, list(months)) for year, months in groupby(self.months, lambda owed: owed.month.year))
        return [Years(year, months, sum(owed.net for owed in months)) for year, months in grouped]


def shown_differences(found: Plan) -> list[Difference]:
    """The months that come out otherwise: to the end of this month, or a little beyond a day that is still to come."""
    return found.differences(end_of_month(max(timezone.localdate(), months_after(found.first_day, 1))))
