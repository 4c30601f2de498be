"""All that the page of a claim shows to one of the staff, each part read when the page comes to it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext

from socialcode.decisions.computing import SAID, Computed, recompute
from socialcode.decisions.differences import Difference, differences
from socialcode.decisions.models import Decision
from socialcode.engine import Fact, FactError
from socialcode.engine.explanation import Explanation
from socialcode.engine.registry import registry
from socialcode.explaining import calculation
from socialcode.explaining.wording import answer
from socialcode.people.models import Membership, Register
from socialcode.people.models.family import in_force
from socialcode.registers.models import Dispute, Property
from socialcode.templatetags.portal import day

from .. import clock
from ..actions.together import numbers
from ..assessing import compute, provision_of
from ..flags import KINDS
from ..models import ChecklistMark, Claim, Flag

DECIDED = (Claim.Status.APPROVAL, Claim.Status.GRANTED, Claim.Status.REFUSED)


@dataclass(frozen=True)
class Shown(calculation.Explained):
    """An explanation as the components show it to citizens."""

    explanation: Explanation

    @property
    def unknown(self) -> list[dict]:
        return [{"label": gettext(fact.label)} for fact in self.explanation.unknown]


@dataclass(frozen=True)
class KnownFact:
    """A fact with its value in words and who says so; `said` is the person's own word where it is another."""

    name: str
    label: str
    value: str
    source: str
    received_on: datetime.date | None
    said: str


@dataclass(frozen=True)
class CaseFile:
    """Everything that an officer's page of a claim shows, read once each."""

    claim: Claim

    @cached_property
    def provision(self):
        return provision_of(self.claim)

    @cached_property
    def decisions(self) -> list[Decision]:
        """Newest first; each with what other people said of it."""
        decisions = self.claim.decisions.select_related("assessment", "decided_by").order_by("-pk")
        return list(decisions.prefetch_related("approvals__by"))

    @property
    def decision(self) -> Decision | None:
        """The decision that waits for approval or has taken effect."""
        return self.decisions[0] if self.decisions and self.claim.status in DECIDED else None

    def changed_since(self, key: str) -> list[Difference]:
        """How the newest decision differs from the one of a key, which somebody was shown before it."""
        before = next((decision for decision in self.decisions if str(decision.key) == key), None)
        return differences(before, self.decisions[0]) if before else []

    @cached_property
    def computed(self) -> Computed:
        """What the decision stands on; before there is one, what is known today."""
        return recompute(self.decision.assessment) if self.decision else compute(self.claim)

    @property
    def has_changed(self) -> bool:
        """Whether the portal would compute today something else than what was decided on."""
        if self.decision is None:
            return False
        kept, now = self.decision.assessment, self.computed.explanation
        return (kept.outcome, kept.amount) != (now.outcome, now.amount)

    @cached_property
    def shown(self) -> Shown:
        return Shown(self.computed.explanation)

    @cached_property
    def facts(self) -> list[KnownFact]:
        return known_facts(self.provision.facts, self.computed.facts, self.claim)

    @cached_property
    def disputes(self) -> list[Dispute]:
        persons = [person for person in (self.claim.person, self.claim.subject) if person]
        return list(Dispute.objects.filter(person__in=persons).select_related("person").order_by("-raised_at"))

    @cached_property
    def evidence(self) -> list:
        return list(self.claim.evidence.present())

    @cached_property
    def flags(self) -> list[Flag]:
        return list(self.claim.flags.select_related("cleared_by").order_by("pk"))

    @cached_property
    def checklist(self) -> dict[str, ChecklistMark]:
        """The newest mark of every section that has one."""
        return {mark.section: mark for mark in self.claim.checklist_marks.select_related("by").order_by("pk")}

    @cached_property
    def sent_with(self) -> list[str]:
        """The numbers of the claims for other children that came on the same form; each is decided for itself."""
        return [number for number in numbers(self.claim) if number != self.claim.number] if self.claim.together else []

    @cached_property
    def members(self) -> list[Membership]:
        """The family of the person on the day of the claim."""
        on = self.claim.on
        families = self.claim.person.memberships.filter(in_force(on)).values("family")
        members = Membership.objects.filter(in_force(on), family__in=families).select_related("person")
        return list(members.order_by("person__birth_date"))

    @cached_property
    def address(self):
        return self.claim.person.address_rows.in_force(self.claim.on).order_by("-since").first()

    @cached_property
    def hearing(self):
        return self.claim.hearings.order_by("-pk").first()

    @property
    def days_left(self) -> int | None:
        """Working days until the day to decide; negative once it is over, None when there is nothing left to decide."""
        if self.claim.due_on is None or self.claim.closed_at:
            return None
        return clock.days_left(self.claim)


def known_facts(facts: Mapping[str, Fact], known: Mapping[str, dict], claim: Claim) -> list[KnownFact]:
    """Those of the facts that an assessment keeps (`known`), in the reader's words and in their order."""
    return [_known(fact, known[name], claim) for name, fact in facts.items() if name in known]


def _known(fact: Fact, kept: dict, claim: Claim) -> KnownFact:
    is_said = kept["source"] == SAID
    value = _in_words(fact, kept["value"], claim.on)
    said = "" if is_said else _in_words(fact, claim.answers.get(fact.name), claim.on)
    return KnownFact(
        name=fact.name,
        label=gettext(fact.label),
        value=value,
        source=gettext("The person said so") if is_said else str(Register(kept["source"]).label),
        received_on=_day(kept["received_on"]),
        said="" if said == value or fact.name not in claim.answers else said,
    )


def _day(kept: datetime.date | str | None) -> datetime.date | None:
    """A day as it is known now, or as an assessment keeps it: text."""
    return datetime.date.fromisoformat(str(kept)) if kept else None


def _in_words(fact: Fact, raw, on: datetime.date) -> str:
    """A kept value in the reader's words. What a later release no longer understands is shown as it was kept."""
    try:
        return answer(fact, fact.read(raw, on))
    except FactError:
        return str(raw)


def _named(what: str, item: str) -> str:
    """One thing that a flag found, in the reader's words."""
    if what == "facts" and item in registry.facts:
        return gettext(registry.facts[item].label)
    if what == "payments":
        return gettext(registry.provision(item).title)
    if what == "days":
        return day(datetime.date.fromisoformat(item))
    return str(dict(Property.Kind.choices).get(item, item)) if what == "kinds" else item


def warning(flag: Flag) -> str:
    """What a flag says, with what it found."""
    found = ", ".join(_named(what, item) for what, items in flag.details.items() for item in items)
    return f"{KINDS[flag.kind]}: {found}" if found else str(KINDS[flag.kind])
