"""A move as its pages show it: the way, what the law gives, the contract with its steps, the certificate, debts."""

from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from socialcode.engine.days import days_after
from socialcode.templatetags.portal import day as in_words

from . import places
from .breaking import debts_of
from .models import Contract, Move, Ruling
from .policies import certificate_of
from .supports import Support, supports_of

State = Move.State
ORDER = (State.APPLIED, State.RULED, State.AGREED, State.MOVING, State.KEPT)


@dataclass(frozen=True)
class WayStep:
    """`state` is done, here or ahead; `when` a sentence."""

    title: str
    when: str
    state: str


class Following:
    """What a page asks of one move; each part is read when it is wanted."""

    def __init__(self, move: Move):
        self.move = move
        self.today = timezone.localdate()

    @property
    def region(self) -> str:
        return places.name_of(self.move.goes_to)

    @cached_property
    def others(self) -> list:
        return list(self.move.others.order_by("birth_date", "pk"))

    @cached_property
    def supports(self) -> list[Support]:
        """As computed today; once a contract is in force its payments are what counts."""
        return list(supports_of(self.move)) if self.contract is None or self.contract.since is None else []

    @cached_property
    def contract(self) -> Contract | None:
        return getattr(self.move, "contract", None)

    @property
    def said(self) -> dict:
        """The words of the contract in the reader's language; nothing for one of former times."""
        return self.contract.words.get(get_language(), {})

    @cached_property
    def steps(self) -> list:
        return list(self.contract.steps.select_related("done_by")) if self.contract else []

    @cached_property
    def awards(self) -> list:
        return list(self.contract.awards.select_related("decision__assessment").order_by("pk")) if self.contract else []

    @property
    def certificate(self):
        return certificate_of(self.move)

    @cached_property
    def uses(self) -> list:
        """What was paid or is to be paid from the certificate, the first first."""
        if self.certificate is None:
            return []
        return list(self.certificate.uses.select_related("person", "organisation", "award", "ruling"))

    @cached_property
    def debts(self) -> list:
        return list(debts_of(self.move)) if self.move.state == State.BROKEN else []

    @cached_property
    def rulings(self) -> list[Ruling]:
        rows = self.move.rulings.select_related("ruled_by", "use__organisation", "use__person")
        return list(rows.prefetch_related("votes__by"))

    @property
    def waiting(self) -> Ruling | None:
        return next((one for one in self.rulings if one.state == Ruling.State.WAITING), None)

    @property
    def breaking(self) -> Ruling | None:
        """That the contract is said to be broken: the family has its word on it."""
        return self.waiting if self.waiting and self.waiting.kind == Ruling.Kind.BREAK else None

    @property
    def refused(self) -> Ruling | None:
        """The ruling by which the move was refused or its contract ended."""
        kinds = (Ruling.Kind.REFUSE, Ruling.Kind.BREAK)
        return next((one for one in self.rulings if one.kind in kinds and one.state == Ruling.State.AGREED), None)

    @property
    def may_sign(self) -> bool:
        return self.move.state == State.AGREED and self.contract is not None

    @property
    def is_to_decide(self) -> bool:
        """Whether the commission has not answered yet, so that the day until which it does concerns anybody."""
        return self.move.state in (State.APPLIED, State.RULED)

    @property
    def may_withdraw(self) -> bool:
        return self.move.state in (State.APPLIED, State.AGREED)

    @property
    def way(self) -> list[WayStep]:
        """From the application to the end of the contract."""
        move = self.move
        place = {State.APPLIED: 1, State.RULED: 1, State.AGREED: 2, State.MOVING: 3, State.ENDING: 3, State.KEPT: 5}
        here = place.get(move.state, 5)
        contract = self.contract if self.contract and self.contract.since else None
        until = contract.until if contract else None
        named = [
            (_("You apply"), _day(timezone.localdate(move.applied_at))),
            (_("The commission decides"), _("by %s") % _day(move.due_on) if self.is_to_decide else ""),
            (_("Both sides sign the social contract"), _day(contract.since) if contract else ""),
            (_("You move, and the office follows how you settle"), _("until %s") % _day(until) if until else ""),
            (_("The contract is kept to its end"), _day(days_after(until, 1)) if until else ""),
        ]
        states = ["done" if place < here else "here" if place == here else "ahead" for place in range(len(named))]
        return [WayStep(title, when, state) for (title, when), state in zip(named, states, strict=True)]


def _day(day) -> str:
    return in_words(day)
